import { type SchoolRoster, SchoolRosterEntity } from '@bureau/events';
import type { PageOrder, Reader } from '@bureau/subgraph';
import { type EntityManager, In, type SelectQueryBuilder } from 'typeorm';
import { TARGET_MBPS } from '../digital-profile/bandwidth-target.repository.ts';
import { PILOT_DAYS } from '../platform-pilot/platform-pilot.repository.ts';
import { COUNTED, ONE_YEAR } from '../roster/roster.repository.ts';
import type { SchoolYearWindow } from '../roster/school-year-window.rules.ts';
import { RATING_DAYS } from '../smart-campus/smart-campus-rating.repository.ts';

export interface SchoolCriteria {
  year: SchoolYearWindow;
  townshipCodes?: readonly string[] | null;
  isSurveyed?: boolean | null;
  isConnected?: boolean | null;
  meetsBandwidthTarget?: boolean | null;
  hasSmartCampusRating?: boolean | null;
  isPlatformPilot?: boolean | null;
}

export const SCHOOL_ORDERS = {
  CODE_ASC: { name: 'CODE_ASC', properties: ['code'], direction: 'ASC' },
  NAME_ASC: { name: 'NAME_ASC', properties: ['name'], direction: 'ASC' },
} as const satisfies Record<string, PageOrder>;

/** SQL: what of `profile`, the survey of `school` in `year`, belongs together. */
export const PROFILE_OF_YEAR = `profile.county_code = school.county_code AND profile.school_id = school.id
  AND profile.school_year = year.school_year`;

/** SQL: the conditions behind the figures, of a `school` at the instant of `year`; a school without a `profile` meets none of the first three. */
export const CONDITIONS = {
  isSurveyed: 'profile.id IS NOT NULL',
  isConnected: 'COALESCE(profile.broadband_mbps > 0, false)',
  meetsBandwidthTarget: `COALESCE(profile.broadband_mbps >= ${TARGET_MBPS}, false)`,
  hasSmartCampusRating: `EXISTS (SELECT FROM smart_campus_rating rating
    WHERE rating.county_code = school.county_code AND rating.school_id = school.id AND ${RATING_DAYS} @> year.until_on)`,
  isPlatformPilot: `EXISTS (SELECT FROM platform_pilot pilot
    WHERE pilot.county_code = school.county_code AND pilot.school_id = school.id AND ${PILOT_DAYS} @> year.until_on)`,
} as const satisfies Partial<Record<keyof SchoolCriteria, string>>;
const CONDITION_NAMES = Object.keys(CONDITIONS) as (keyof typeof CONDITIONS)[];

export class SchoolRepository {
  readonly #reader: Reader;

  constructor(reader: Reader) {
    this.#reader = reader;
  }

  listByIds(countyCode: string, ids: string[]): Promise<SchoolRoster[]> {
    return this.#reader.read((manager) => manager.findBy(SchoolRosterEntity, { countyCode, id: In(ids) }));
  }

  /** The schools of a list, not yet ordered. */
  matching(countyCode: string, criteria: SchoolCriteria): (manager: EntityManager) => SelectQueryBuilder<SchoolRoster> {
    const { year, townshipCodes } = criteria;
    return (manager) => {
      const query = manager
        .createQueryBuilder(SchoolRosterEntity, 'school')
        .innerJoin(ONE_YEAR, 'year', COUNTED, { countyCode, ...year })
        .leftJoin('SchoolDigitalProfile', 'profile', PROFILE_OF_YEAR)
        .where('school.countyCode = :countyCode');
      if (townshipCodes) query.andWhere('school.townshipCode = ANY(:townshipCodes)', { townshipCodes });
      for (const name of CONDITION_NAMES) {
        const asked = criteria[name];
        if (asked != null) query.andWhere(`(${CONDITIONS[name]}) = :${name}`, { [name]: asked });
      }
      return query;
    };
  }
}
