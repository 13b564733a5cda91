import type { PageOrder, Reader } from '@bureau/subgraph';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { type SmartCampusRating, SmartCampusRatingEntity } from './smart-campus-rating.entity.ts';

export interface SmartCampusRatingCriteria {
  schoolIds?: readonly string[] | null;
  townshipCodes?: readonly string[] | null;
  stars?: readonly number[] | null;
  states?: readonly string[] | null;
  inForceOn?: string | null;
}

export const SMART_CAMPUS_RATING_ORDERS = {
  AWARDED_DESC: { name: 'AWARDED_DESC', properties: ['awardedOn'], direction: 'DESC' },
  AWARDED_ASC: { name: 'AWARDED_ASC', properties: ['awardedOn'], direction: 'ASC' },
  STARS_DESC: { name: 'STARS_DESC', properties: ['stars'], direction: 'DESC' },
} as const satisfies Record<string, PageOrder>;

const GROUPINGS = { STARS: 'stars', TOWNSHIP: 'townshipCode', STATE: 'state' } as const;
export type SmartCampusRatingGrouping = keyof typeof GROUPINGS;

/** SQL: the days on which `rating` is in force, as its exclusion constraint has them. */
export const RATING_DAYS = 'daterange(rating.awarded_on, LEAST(rating.valid_until + 1, rating.ended_on))';

export class SmartCampusRatingRepository {
  readonly #reader: Reader;

  constructor(reader: Reader) {
    this.#reader = reader;
  }

  /** The ratings of a list, not yet ordered. */
  matching(
    countyCode: string,
    criteria: SmartCampusRatingCriteria,
  ): (manager: EntityManager) => SelectQueryBuilder<SmartCampusRating> {
    const { schoolIds, townshipCodes, stars, states, inForceOn } = criteria;
    return (manager) => {
      const query = manager
        .createQueryBuilder(SmartCampusRatingEntity, 'rating')
        .where('rating.countyCode = :countyCode', { countyCode });
      if (schoolIds) query.andWhere('rating.schoolId = ANY(:schoolIds)', { schoolIds });
      if (townshipCodes) query.andWhere('rating.townshipCode = ANY(:townshipCodes)', { townshipCodes });
      if (stars) query.andWhere('rating.stars = ANY(:stars)', { stars });
      if (states) query.andWhere('rating.state = ANY(:states)', { states });
      if (inForceOn) query.andWhere(`${RATING_DAYS} @> CAST(:inForceOn AS date)`, { inForceOn });
      return query;
    };
  }

  countGroups(
    countyCode: string,
    criteria: SmartCampusRatingCriteria,
    grouping: SmartCampusRatingGrouping,
  ): Promise<{ key: string | null; count: number }[]> {
    const property = `rating.${GROUPINGS[grouping]}`;
    return this.#reader.figure(['smart campus rating groups', criteria, grouping], (manager) =>
      this.matching(
        countyCode,
        criteria,
      )(manager)
        .select(`CAST(${property} AS text)`, 'key')
        .addSelect('count(*)::int', 'count')
        .groupBy(property)
        .orderBy(property)
        .getRawMany<{ key: string | null; count: number }>(),
    );
  }

  /** At most one a school. */
  listInForce(countyCode: string, schoolIds: string[], day: string): Promise<SmartCampusRating[]> {
    return this.#reader.read((manager) => this.matching(countyCode, { schoolIds, inForceOn: day })(manager).getMany());
  }
}
