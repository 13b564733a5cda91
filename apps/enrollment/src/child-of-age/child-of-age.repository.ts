import type { PageOrder, Reader } from '@bureau/subgraph';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { type AgeBand, type ChildOfAge, ChildOfAgeEntity, type Whereabouts } from './child-of-age.entity.ts';

export interface ChildOfAgeCriteria {
  schoolYear: number;
  ageBands?: readonly string[] | null;
  whereabouts?: readonly string[] | null;
  townshipCodes?: readonly string[] | null;
}

export const CHILD_OF_AGE_ORDERS = {
  NAME_ASC: { name: 'NAME_ASC', properties: ['name'], direction: 'ASC' },
  BORN_ASC: { name: 'BORN_ASC', properties: ['bornOn'], direction: 'ASC' },
} as const satisfies Record<string, PageOrder>;

export interface WhereaboutsCount {
  schoolYear: number;
  ageBand: AgeBand;
  whereabouts: Whereabouts;
  count: number;
}

export class ChildOfAgeRepository {
  readonly #reader: Reader;

  constructor(reader: Reader) {
    this.#reader = reader;
  }

  /** The rows of a list, not yet ordered. */
  matching(
    countyCode: string,
    criteria: ChildOfAgeCriteria,
  ): (manager: EntityManager) => SelectQueryBuilder<ChildOfAge> {
    const { schoolYear, ageBands, whereabouts, townshipCodes } = criteria;
    return (manager) => {
      const query = manager
        .createQueryBuilder(ChildOfAgeEntity, 'child')
        .where('child.countyCode = :countyCode AND child.schoolYear = :schoolYear', { countyCode, schoolYear });
      if (ageBands) query.andWhere('child.ageBand = ANY(:ageBands)', { ageBands });
      if (whereabouts) query.andWhere('child.whereabouts = ANY(:whereabouts)', { whereabouts });
      if (townshipCodes) query.andWhere('child.townshipCode = ANY(:townshipCodes)', { townshipCodes });
      return query;
    };
  }

  countWhereabouts(countyCode: string, schoolYears: number[]): Promise<WhereaboutsCount[]> {
    return this.#reader.figure(['whereabouts', schoolYears], (manager) =>
      manager.query(
        `SELECT school_year AS "schoolYear", age_band AS "ageBand", whereabouts, count(*)::int AS count FROM child_of_age
         WHERE county_code = $1 AND school_year = ANY($2) GROUP BY school_year, age_band, whereabouts`,
        [countyCode, schoolYears],
      ),
    );
  }
}
