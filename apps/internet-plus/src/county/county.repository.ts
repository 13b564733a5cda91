import type { Reader } from '@bureau/subgraph';
import { COUNTED } from '../roster/roster.repository.ts';
import type { SchoolYearWindow } from '../roster/school-year-window.rules.ts';
import { type Condition, CONDITIONS, STANDING, yearsWithTarget } from '../school/school-standing.repository.ts';
import type { InternetPlusCounts } from './county.rules.ts';

export interface InternetPlusCountRow extends InternetPlusCounts {
  schoolYear: number;
}

const WINDOWS = `(SELECT * FROM unnest($1::varchar[], $2::smallint[], $3::date[], $4::date[])
  AS asked (county_code, school_year, starts_on, until_on))`;

const countOf = (condition: Condition) => `(count(*) FILTER (WHERE ${CONDITIONS[condition]}))::int`;

const COUNTS = `
  WITH year AS (${yearsWithTarget(WINDOWS)})
  SELECT year.school_year AS "schoolYear",
         year.target_mbps AS "targetMbps",
         count(school.id)::int AS schools,
         ${countOf('isSurveyed')} AS surveyed,
         ${countOf('isConnected')} AS connected,
         ${countOf('meetsBandwidthTarget')} AS "meetingTarget",
         ${countOf('hasSmartCampusRating')} AS "withRating",
         ${countOf('isPlatformPilot')} AS pilots,
         COALESCE(sum(profile.teaching_classes), 0)::int AS "teachingClasses",
         COALESCE(sum(profile.multimedia_classes), 0)::int AS "multimediaClasses"
  FROM year
  LEFT JOIN school_roster school ON ${COUNTED}
  ${STANDING.map(({ table, alias, on }) => `LEFT JOIN ${table} ${alias} ON ${on}`).join('\n  ')}
  GROUP BY year.school_year, year.target_mbps`;

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
    return this.#reader.figure(['internet plus', columns], (manager) => manager.query(COUNTS, columns));
  }
}
