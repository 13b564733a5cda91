import { TARGET_MBPS } from '../digital-profile/bandwidth-target.repository.ts';
import { PILOT_DAYS } from '../platform-pilot/platform-pilot.repository.ts';
import { RATING_DAYS } from '../smart-campus/smart-campus-rating.repository.ts';

/** SQL: the windows that the text gives as a table, each with the county's bandwidth target at its instant. */
export const yearsWithTarget = (windows: string) =>
  `SELECT year.*, ${TARGET_MBPS} AS target_mbps FROM ${windows} AS year`;

/** The schools that a dated row speaks of, each once a year: made before it is joined, so that it is read once and not once a school. */
const schoolsAt = (table: string, row: string, days: string) =>
  `(SELECT DISTINCT ${row}.county_code, ${row}.school_id, year.school_year
    FROM year JOIN ${table} ${row} ON ${row}.county_code = year.county_code AND ${days} @> year.until_on)`;

const ofSchoolInYear = (row: string) =>
  `${row}.county_code = school.county_code AND ${row}.school_id = school.id AND ${row}.school_year = year.school_year`;

/** SQL: what is joined to a `school` in a `year`, at most one row each: its survey, its stars, its being a pilot. */
export const STANDING = [
  { table: 'school_digital_profile', alias: 'profile', on: ofSchoolInYear('profile') },
  { table: schoolsAt('smart_campus_rating', 'rating', RATING_DAYS), alias: 'rating', on: ofSchoolInYear('rating') },
  { table: schoolsAt('platform_pilot', 'pilot', PILOT_DAYS), alias: 'pilot', on: ofSchoolInYear('pilot') },
] as const;

/** SQL: the conditions behind the figures; a school that was not surveyed meets none of the first three. */
export const CONDITIONS = {
  isSurveyed: 'profile.id IS NOT NULL',
  isConnected: 'COALESCE(profile.broadband_mbps > 0, false)',
  meetsBandwidthTarget: 'COALESCE(profile.broadband_mbps >= year.target_mbps, false)',
  hasSmartCampusRating: 'rating.school_id IS NOT NULL',
  isPlatformPilot: 'pilot.school_id IS NOT NULL',
} as const;
export type Condition = keyof typeof CONDITIONS;
