import type { PageOrder, Reader } from '@bureau/subgraph';
import { Any, type EntityManager, type SelectQueryBuilder } from 'typeorm';
import { type EvidenceCategory, EvidenceCategoryEntity } from './evidence-category.entity.ts';
import { type EvidenceEntry, EvidenceEntryEntity } from './evidence-entry.entity.ts';
import { type EvidenceList, EvidenceListEntity } from './evidence-list.entity.ts';

export interface EvidenceCriteria {
  lists?: readonly string[] | null;
  sources?: readonly string[] | null;
  categories?: readonly string[] | null;
  matchStates?: readonly string[] | null;
  isApplied?: boolean | null;
  validOn?: string | null;
}

export const EVIDENCE_ORDERS = {
  LINE_ASC: { name: 'LINE_ASC', properties: ['listId', 'lineNumber'], direction: 'ASC' },
  VALID_FROM_DESC: { name: 'VALID_FROM_DESC', properties: ['validFrom'], direction: 'DESC' },
} as const satisfies Record<string, PageOrder>;

export const LIST_ORDERS = {
  LISTED_DESC: { name: 'LISTED_DESC', properties: ['listedOn'], direction: 'DESC' },
} as const satisfies Record<string, PageOrder>;

const GROUPINGS = { CATEGORY: 'entry.category', MATCH_STATE: 'entry.matchState', LIST: 'entry.listId' } as const;
export type EvidenceGrouping = keyof typeof GROUPINGS;

export interface EvidenceGroup {
  key: string;
  count: number;
}

export class EvidenceRepository {
  readonly #reader: Reader;

  constructor(reader: Reader) {
    this.#reader = reader;
  }

  listCategories(countyCode: string): Promise<EvidenceCategory[]> {
    return this.#reader.read((manager) =>
      manager.find(EvidenceCategoryEntity, { where: { countyCode }, order: { code: 'ASC' } }),
    );
  }

  listByIds(countyCode: string, ids: string[]): Promise<EvidenceList[]> {
    return this.#reader.read((manager) => manager.findBy(EvidenceListEntity, { countyCode, id: Any(ids) }));
  }

  entriesByIds(countyCode: string, ids: string[]): Promise<EvidenceEntry[]> {
    return this.#reader.read((manager) => manager.findBy(EvidenceEntryEntity, { countyCode, id: Any(ids) }));
  }

  lists(
    countyCode: string,
    sources: readonly string[] | null,
  ): (manager: EntityManager) => SelectQueryBuilder<EvidenceList> {
    return (manager) => {
      const query = manager
        .createQueryBuilder(EvidenceListEntity, 'list')
        .where('list.countyCode = :countyCode', { countyCode });
      if (sources) query.andWhere('list.source = ANY(:sources)', { sources });
      return query;
    };
  }

  /** The entries of a list, not yet ordered. */
  matching(
    countyCode: string,
    criteria: EvidenceCriteria,
  ): (manager: EntityManager) => SelectQueryBuilder<EvidenceEntry> {
    const { lists, sources, categories, matchStates, isApplied, validOn } = criteria;
    return (manager) => {
      const query = manager
        .createQueryBuilder(EvidenceEntryEntity, 'entry')
        .where('entry.countyCode = :countyCode', { countyCode });
      if (lists) query.andWhere('entry.listId = ANY(:lists)', { lists });
      if (sources)
        query.andWhere(
          `EXISTS (SELECT FROM evidence_list WHERE county_code = entry.countyCode AND id = entry.listId AND source = ANY(:sources))`,
          { sources },
        );
      if (categories) query.andWhere('entry.category = ANY(:categories)', { categories });
      if (matchStates) query.andWhere('entry.matchState = ANY(:matchStates)', { matchStates });
      if (isApplied != null) query.andWhere('entry.isApplied = :isApplied', { isApplied });
      if (validOn)
        query.andWhere('entry.validFrom <= :validOn AND (entry.validTo IS NULL OR entry.validTo > :validOn)', {
          validOn,
        });
      return query;
    };
  }

  countGroups(countyCode: string, criteria: EvidenceCriteria, grouping: EvidenceGrouping): Promise<EvidenceGroup[]> {
    const column = GROUPINGS[grouping];
    return this.#reader.figure(['evidence groups', criteria, grouping], (manager) =>
      this.matching(
        countyCode,
        criteria,
      )(manager)
        .select(`CAST(${column} AS text)`, 'key')
        .addSelect('count(*)::int', 'count')
        .groupBy(column)
        .orderBy(column)
        .getRawMany<EvidenceGroup>(),
    );
  }
}
