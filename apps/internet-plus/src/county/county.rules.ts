import type { Day } from '@bureau/calendar';
import { type Ratio, ratio } from '@bureau/money';

/** Counts of the schools open in a school year, at its instant. */
export interface InternetPlusCounts {
  /** Null when the county has set none by then. */
  targetMbps: number | null;
  schools: number;
  surveyed: number;
  connected: number;
  meetingTarget: number;
  withRating: number;
  pilots: number;
  teachingClasses: number;
  multimediaClasses: number;
}

export interface InternetPlusFigures {
  asOf: Day;
  schools: number;
  surveyedSchools: number;
  networkCoverage: Ratio;
  bandwidthTargetMbps: number | null;
  bandwidthAttainment: Ratio | null;
  classroomCoverage: Ratio;
  smartCampusSchools: number;
  platformPilotSchools: number;
}

/** 校校通, 带宽达标率, 班班通; docs/rules/internet-plus.md#coverage. Without a target no school can meet or miss it. */
export function internetPlusFigures(asOf: Day, counts: InternetPlusCounts): InternetPlusFigures {
  const { schools, targetMbps } = counts;
  return {
    asOf,
    schools,
    surveyedSchools: counts.surveyed,
    networkCoverage: ratio(counts.connected, schools),
    bandwidthTargetMbps: targetMbps,
    bandwidthAttainment: targetMbps === null ? null : ratio(counts.meetingTarget, schools),
    classroomCoverage: ratio(counts.multimediaClasses, counts.teachingClasses),
    smartCampusSchools: counts.withRating,
    platformPilotSchools: counts.pilots,
  };
}
