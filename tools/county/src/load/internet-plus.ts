import { yongning } from '@bureau/codes';

import type { SyntheticCounty } from '../generate/county.ts';
import type { DigitalProfile, PlatformPilot, SmartCampusRating } from '../office-rows.ts';
import { bandwidthTargets } from '../plan/internet-plus.ts';
import type { School } from '../rows.ts';
import { rowsOf, type Row, type TableRows } from './rows.ts';

const county_code = yongning.code;
const place = ({ id, township }: School) => ({ school_id: id, township_code: township });

/** What the "Internet + education" task force holds; no child is named in it. */
export function internetPlusTables({
  digitalProfiles,
  smartCampusRatings,
  platformPilots,
}: SyntheticCounty): TableRows[] {
  return [
    rowsOf('bandwidth_target', bandwidthTargets, targetRow),
    rowsOf('school_digital_profile', digitalProfiles, profileRow),
    rowsOf('smart_campus_rating', smartCampusRatings, ratingRow),
    rowsOf('platform_pilot', platformPilots, pilotRow),
  ];
}

function targetRow({ validFrom, mbps, document }: (typeof bandwidthTargets)[number]): Row {
  return { county_code, valid_from: validFrom, mbps, document };
}

function profileRow(profile: DigitalProfile): Row {
  return {
    county_code,
    id: profile.id,
    ...place(profile.school),
    school_year: profile.schoolYear,
    broadband_mbps: profile.broadbandMbps,
    operator: profile.operator,
    teaching_classes: profile.teachingClasses,
    multimedia_classes: profile.multimediaClasses,
    wifi_classrooms: profile.wifiClassrooms,
    student_terminals: profile.studentTerminals,
    teacher_terminals: profile.teacherTerminals,
    interactive_classrooms: profile.interactiveClassrooms,
    surveyed_on: profile.surveyedOn,
  };
}

function ratingRow({ id, school, stars, awardedOn, validUntil }: SmartCampusRating): Row {
  return { county_code, id, ...place(school), stars, awarded_on: awardedOn, valid_until: validUntil, state: 'AWARDED' };
}

function pilotRow({ id, school, level, batch, startedOn }: PlatformPilot): Row {
  return { county_code, id, ...place(school), level, batch, started_on: startedOn };
}
