import type { Reader } from '@bureau/subgraph';
import { TARGET_MBPS } from '../digital-profile/bandwidth-target.repository.ts';
import { COUNTED } from '../roster/roster.repository.ts';
import type { SchoolYearWindow } from '../roster/school-year-window.rules.ts';
import { CONDITIONS, PROFILE_OF_YEAR } from '../school/school.repository.ts';
import type { InternetPlusCounts } from './county.rules.ts';

export interface InternetPlusCountRow extends InternetPlusCounts {
  schoolYear: number;
}

const countOf = (condition: keyof typeof CONDITIONS) =>
  `(count(*) FILTER (WHERE school.id IS NOT NULL AND ${CONDITIONS[condition]}))::int`;

const COUNTS = `
  SELECT year.school_year AS "schoolYear",
         ${TARGET_MBPS} AS "targetMbps",
         count(school.id)::int AS schools,
         ${countOf('isSurveyed')} AS surveyed,
         ${countOf('isConnected')} AS connected,
         ${countOf('meetsBandwidthTarget')} AS "meetingTarget",
         ${countOf('hasSmartCampusRating')} AS "withRating",
         ${countOf('isPlatformPilot')} AS pilots,
         COALESCE(sum(profile.teaching_classes), 0)::int AS "teachingClasses",
         COALESCE(sum(profile.multimedia_classes), 0)::int AS "multimediaClasses"
  FROM unnest($1::varchar[], $2::int[], $3::date[], $4::date[]) AS year (county_code, school_year, starts_on, until_on)
  LEFT JOIN school_roster school ON ${COUNTED}
  LEFT JOIN school_digital_profile profile ON ${PROFILE_OF_YEAR}
  GROUP BY year.county_code, year.school_year, year.until_on`;

export class CountyRepository {
  readonly #reader: Reader;

  constructor(reader: Reader) {
    this.#reader = reader;
  }

  /** One row a year. */
  countInternetPlus(countyCode: string, years: SchoolYearWindow[]): Promise<InternetPlusCountRow[]> {
    const columns = [
      years.map(() => countyCode),
      years.map((year) => year.schoolYear),
      years.map((year) => year.startsOn),
      years.map((year) => year.untilOn),
    ];
    return this.#reader.read((manager) => manager.query(COUNTS, columns));
  }
}
