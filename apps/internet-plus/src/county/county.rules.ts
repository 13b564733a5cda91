import { type Ratio, ratio } from '@bureau/money';

/** Counts of the schools open in a school year, at its instant. */
export interface InternetPlusCounts {
  asOf: string;
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
  asOf: string;
  schools: number;
  surveyedSchools: number;
  networkCoverage: Ratio;
  bandwidthTargetMbps: number | null;
  bandwidthAttainment: Ratio | null;
  classroomCoverage: Ratio;
  smartCampusSchools: number;
  platformPilotSchools: number;
}

/** 校校通, 带宽达标率, 班班通; domain E2. Without a target no school can meet or miss it. */
export function internetPlusFigures(counts: InternetPlusCounts): InternetPlusFigures {
  const { asOf, schools, targetMbps } = counts;
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
