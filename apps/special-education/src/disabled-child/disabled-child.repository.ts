import type { PageOrder, Reader } from '@bureau/subgraph';
import { type EntityManager, Any, type SelectQueryBuilder } from 'typeorm';
import type { BirthDays } from '../age-band/age-band.rules.ts';
import { PlacementEntity } from '../placement/placement.entity.ts';
import { inForce } from '../placement/placement.repository.ts';
import { type DisabledChild, DisabledChildEntity } from './disabled-child.entity.ts';
import { type Disability, DisabilityEntity } from './disability.entity.ts';

export interface DisabledChildCriteria {
  /** The day on which the ledger is looked at. */
  asOf: string;
  born?: BirthDays | null;
  includesMovedOut: boolean;
  placementKinds?: readonly string[] | null;
  isUnplaced?: boolean | null;
  townshipCodes?: readonly string[] | null;
  schoolIds?: readonly string[] | null;
  primaryCategories?: readonly string[] | null;
  certificateStatuses?: readonly string[] | null;
  identifiedBy?: readonly string[] | null;
  nameContains?: string | null;
}

export const DISABLED_CHILD_ORDERS = {
  NAME_ASC: { name: 'NAME_ASC', properties: ['name'], direction: 'ASC' },
  NAME_DESC: { name: 'NAME_DESC', properties: ['name'], direction: 'DESC' },
  BORN_ASC: { name: 'BORN_ASC', properties: ['bornOn'], direction: 'ASC' },
  BORN_DESC: { name: 'BORN_DESC', properties: ['bornOn'], direction: 'DESC' },
} as const satisfies Record<string, PageOrder>;

const GROUPINGS = {
  PLACEMENT_KIND: 'placement.kind',
  SCHOOL: 'child.schoolId',
  TOWNSHIP: 'child.townshipCode',
  PRIMARY_CATEGORY: 'child.primaryCategory',
  CERTIFICATE_STATUS: 'child.certificateStatus',
  IDENTIFIED_BY: 'child.identifiedBy',
} as const;
export type DisabledChildGrouping = keyof typeof GROUPINGS;

export interface DisabledChildGroup {
  key: string | null;
  count: number;
}

/** At most one placement is in force, so the join adds no row. */
const IN_FORCE = `placement.county_code = child.county_code AND placement.child_id = child.id AND ${inForce(':asOf')}`;

export class DisabledChildRepository {
  readonly #reader: Reader;

  constructor(reader: Reader) {
    this.#reader = reader;
  }

  listByIds(countyCode: string, ids: string[]): Promise<DisabledChild[]> {
    return this.#reader.read((manager) => manager.findBy(DisabledChildEntity, { countyCode, id: Any(ids) }));
  }

  listDisabilities(countyCode: string, childIds: string[]): Promise<Disability[]> {
    return this.#reader.read((manager) =>
      manager.find(DisabilityEntity, { where: { countyCode, childId: Any(childIds) }, order: { category: 'ASC' } }),
    );
  }

  /** The children of a list, not yet ordered. */
  matching(
    countyCode: string,
    criteria: DisabledChildCriteria,
  ): (manager: EntityManager) => SelectQueryBuilder<DisabledChild> {
    const { asOf, born, includesMovedOut, placementKinds, isUnplaced, nameContains } = criteria;
    return (manager) => {
      const query = manager
        .createQueryBuilder(DisabledChildEntity, 'child')
        .leftJoin(PlacementEntity.options.name, 'placement', IN_FORCE)
        .where('child.countyCode = :countyCode AND child.registeredOn <= :asOf', { countyCode, asOf });
      if (born) query.andWhere('child.bornOn BETWEEN :first AND :last', born);
      if (!includesMovedOut) query.andWhere(`placement.kind IS DISTINCT FROM 'MOVED_OUT'`);
      if (placementKinds) query.andWhere('placement.kind = ANY(:placementKinds)', { placementKinds });
      if (isUnplaced != null) query.andWhere(`placement.kind IS ${isUnplaced ? '' : 'NOT '}NULL`);
      if (nameContains) query.andWhere('strpos(child.name, :nameContains) > 0', { nameContains });
      return narrowedToValues(query, criteria);
    };
  }

  countGroups(
    countyCode: string,
    criteria: DisabledChildCriteria,
    grouping: DisabledChildGrouping,
  ): Promise<DisabledChildGroup[]> {
    return this.#reader.figure(['disabled child groups', criteria, grouping], (manager) =>
      this.matching(
        countyCode,
        criteria,
      )(manager)
        .select(GROUPINGS[grouping], 'key')
        .addSelect('count(*)::int', 'count')
        .groupBy(GROUPINGS[grouping])
        .orderBy('1')
        .getRawMany<DisabledChildGroup>(),
    );
  }
}

function narrowedToValues(
  query: SelectQueryBuilder<DisabledChild>,
  criteria: DisabledChildCriteria,
): SelectQueryBuilder<DisabledChild> {
  const { townshipCodes, schoolIds, primaryCategories, certificateStatuses, identifiedBy } = criteria;
  if (townshipCodes) query.andWhere('child.townshipCode = ANY(:townshipCodes)', { townshipCodes });
  if (schoolIds) query.andWhere('child.schoolId = ANY(:schoolIds)', { schoolIds });
  if (primaryCategories) query.andWhere('child.primaryCategory = ANY(:primaryCategories)', { primaryCategories });
  if (certificateStatuses)
    query.andWhere('child.certificateStatus = ANY(:certificateStatuses)', { certificateStatuses });
  if (identifiedBy) query.andWhere('child.identifiedBy = ANY(:identifiedBy)', { identifiedBy });
  return query;
}
