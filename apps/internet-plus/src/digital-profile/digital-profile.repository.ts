import type { PageOrder, Reader } from '@bureau/subgraph';
import { type EntityManager, Any, type SelectQueryBuilder } from 'typeorm';
import { COUNTED, ONE_YEAR } from '../roster/roster.repository.ts';
import type { SchoolYearWindow } from '../roster/school-year-window.rules.ts';
import { type SchoolDigitalProfile, SchoolDigitalProfileEntity } from './school-digital-profile.entity.ts';

export interface DigitalProfileCriteria {
  year: SchoolYearWindow;
  schoolIds?: readonly string[] | null;
  townshipCodes?: readonly string[] | null;
  operators?: readonly string[] | null;
  isConnected?: boolean | null;
  belowMbps?: number | null;
  lacksMultimedia?: boolean | null;
  isCounted?: boolean | null;
}

export const DIGITAL_PROFILE_ORDERS = {
  BANDWIDTH_ASC: { name: 'BANDWIDTH_ASC', properties: ['broadbandMbps'], direction: 'ASC' },
  BANDWIDTH_DESC: { name: 'BANDWIDTH_DESC', properties: ['broadbandMbps'], direction: 'DESC' },
  SURVEYED_DESC: { name: 'SURVEYED_DESC', properties: ['surveyedOn'], direction: 'DESC' },
} as const satisfies Record<string, PageOrder>;

const GROUPINGS = {
  TOWNSHIP: 'townshipCode',
  OPERATOR: 'operator',
  BANDWIDTH: 'broadbandMbps',
} as const satisfies Record<string, keyof SchoolDigitalProfile>;
export type DigitalProfileGrouping = keyof typeof GROUPINGS;

export interface DigitalProfileGroup {
  key: string | null;
  count: number;
  teachingClasses: number;
  multimediaClasses: number;
}

const SCHOOL_COUNTED = `EXISTS (SELECT FROM school_roster school JOIN ${ONE_YEAR} AS year ON ${COUNTED}
  WHERE school.county_code = profile.county_code AND school.id = profile.school_id)`;

export class DigitalProfileRepository {
  readonly #reader: Reader;

  constructor(reader: Reader) {
    this.#reader = reader;
  }

  listOfSchools(countyCode: string, schoolYears: number[], schoolIds: string[]): Promise<SchoolDigitalProfile[]> {
    const where = { countyCode, schoolYear: Any(schoolYears), schoolId: Any(schoolIds) };
    return this.#reader.read((manager) => manager.findBy(SchoolDigitalProfileEntity, where));
  }

  /** The profiles of a list, not yet ordered. */
  matching(
    countyCode: string,
    criteria: DigitalProfileCriteria,
  ): (manager: EntityManager) => SelectQueryBuilder<SchoolDigitalProfile> {
    const { year, schoolIds, townshipCodes, operators, isConnected, belowMbps, lacksMultimedia, isCounted } = criteria;
    return (manager) => {
      const query = manager
        .createQueryBuilder(SchoolDigitalProfileEntity, 'profile')
        .where('profile.countyCode = :countyCode AND profile.schoolYear = :schoolYear', { countyCode, ...year });
      if (schoolIds) query.andWhere('profile.schoolId = ANY(:schoolIds)', { schoolIds });
      if (townshipCodes) query.andWhere('profile.townshipCode = ANY(:townshipCodes)', { townshipCodes });
      if (operators) query.andWhere('profile.operator = ANY(:operators)', { operators });
      if (isConnected != null) query.andWhere('(profile.broadbandMbps > 0) = :isConnected', { isConnected });
      if (belowMbps != null) query.andWhere('profile.broadbandMbps < :belowMbps', { belowMbps });
      if (lacksMultimedia != null)
        query.andWhere('(profile.multimediaClasses < profile.teachingClasses) = :lacksMultimedia', { lacksMultimedia });
      if (isCounted != null) query.andWhere(`${SCHOOL_COUNTED} = :isCounted`, { isCounted });
      return query;
    };
  }

  countGroups(
    countyCode: string,
    criteria: DigitalProfileCriteria,
    grouping: DigitalProfileGrouping,
  ): Promise<DigitalProfileGroup[]> {
    const property = `profile.${GROUPINGS[grouping]}`;
    return this.#reader.figure(['digital profile groups', criteria, grouping], (manager) =>
      this.matching(
        countyCode,
        criteria,
      )(manager)
        .select(`CAST(${property} AS text)`, 'key')
        .addSelect('count(*)::int', 'count')
        .addSelect('sum(profile.teachingClasses)::int', 'teachingClasses')
        .addSelect('sum(profile.multimediaClasses)::int', 'multimediaClasses')
        .groupBy(property)
        .orderBy(property)
        .getRawMany<DigitalProfileGroup>(),
    );
  }
}
