import type { PageOrder, Reader } from '@bureau/subgraph';
import { Any, type EntityManager, type SelectQueryBuilder } from 'typeorm';
import { type Placement, PlacementEntity } from './placement.entity.ts';

/** SQL: whether the row `placement` is in force on a day, as `isInForce` says it. */
export function inForce(day: string): string {
  return `daterange(placement.started_on, LEAST(placement.ended_on, placement.expires_on)) @> CAST(${day} AS date)`;
}

export interface PlacementCriteria {
  kinds?: readonly string[] | null;
  schoolIds?: readonly string[] | null;
  inForceOn?: string | null;
  startedFrom?: string | null;
  startedUntil?: string | null;
  expiresUntil?: string | null;
  /** The term, and the day by which its confirmation is due. */
  unconfirmed?: { schoolYear: number; season: string; dueOn: string } | null;
}

export const PLACEMENT_ORDERS = {
  STARTED_ASC: { name: 'STARTED_ASC', properties: ['startedOn'], direction: 'ASC' },
  STARTED_DESC: { name: 'STARTED_DESC', properties: ['startedOn'], direction: 'DESC' },
} as const satisfies Record<string, PageOrder>;

const GROUPINGS = { KIND: 'placement.kind', SCHOOL: 'placement.schoolId' } as const;
export type PlacementGrouping = keyof typeof GROUPINGS;

const UNCONFIRMED = `placement.externalSchoolName IS NOT NULL AND ${inForce(':dueOn')} AND NOT EXISTS (
  SELECT FROM external_confirmation confirmation WHERE confirmation.county_code = placement.county_code
    AND confirmation.placement_id = placement.id AND confirmation.school_year = :schoolYear AND confirmation.season = :season)`;

export class PlacementRepository {
  readonly #reader: Reader;

  constructor(reader: Reader) {
    this.#reader = reader;
  }

  listByIds(countyCode: string, ids: string[]): Promise<Placement[]> {
    return this.#reader.read((manager) => manager.findBy(PlacementEntity, { countyCode, id: Any(ids) }));
  }

  listOfChildren(countyCode: string, childIds: string[]): Promise<Placement[]> {
    return this.#reader.read((manager) =>
      manager.find(PlacementEntity, { where: { countyCode, childId: Any(childIds) }, order: { startedOn: 'ASC' } }),
    );
  }

  /** The placements of a list, not yet ordered. */
  matching(countyCode: string, criteria: PlacementCriteria): (manager: EntityManager) => SelectQueryBuilder<Placement> {
    const { kinds, schoolIds, inForceOn, startedFrom, startedUntil, expiresUntil, unconfirmed } = criteria;
    return (manager) => {
      const query = manager
        .createQueryBuilder(PlacementEntity, 'placement')
        .where('placement.countyCode = :countyCode', { countyCode });
      if (kinds) query.andWhere('placement.kind = ANY(:kinds)', { kinds });
      if (schoolIds) query.andWhere('placement.schoolId = ANY(:schoolIds)', { schoolIds });
      if (inForceOn) query.andWhere(inForce(':inForceOn'), { inForceOn });
      if (startedFrom) query.andWhere('placement.startedOn >= :startedFrom', { startedFrom });
      if (startedUntil) query.andWhere('placement.startedOn <= :startedUntil', { startedUntil });
      if (expiresUntil) query.andWhere('placement.expiresOn <= :expiresUntil', { expiresUntil });
      if (unconfirmed) query.andWhere(UNCONFIRMED, unconfirmed);
      return query;
    };
  }

  countGroups(
    countyCode: string,
    criteria: PlacementCriteria,
    grouping: PlacementGrouping,
  ): Promise<{ key: string | null; count: number }[]> {
    const column = GROUPINGS[grouping];
    return this.#reader.figure(['placement groups', criteria, grouping], (manager) =>
      this.matching(
        countyCode,
        criteria,
      )(manager)
        .select(column, 'key')
        .addSelect('count(*)::int', 'count')
        .groupBy(column)
        .orderBy('1')
        .getRawMany<{ key: string | null; count: number }>(),
    );
  }
}
