import type { PageOrder, Reader } from '@bureau/subgraph';
import { Any, type EntityManager, type SelectQueryBuilder } from 'typeorm';
import { type SchoolRefusal, SchoolRefusalEntity } from './school-refusal.entity.ts';

export interface SchoolRefusalCriteria {
  schoolIds?: readonly string[] | null;
  isReported?: boolean | null;
  refusedFrom?: string | null;
  refusedUntil?: string | null;
}

export const REFUSED_DESC = {
  name: 'REFUSED_DESC',
  properties: ['refusedOn'],
  direction: 'DESC',
} as const satisfies PageOrder;

export class SchoolRefusalRepository {
  readonly #reader: Reader;

  constructor(reader: Reader) {
    this.#reader = reader;
  }

  listByIds(countyCode: string, ids: string[]): Promise<SchoolRefusal[]> {
    return this.#reader.read((manager) => manager.findBy(SchoolRefusalEntity, { countyCode, id: Any(ids) }));
  }

  /** The refusals of a list, not yet ordered. */
  matching(
    countyCode: string,
    criteria: SchoolRefusalCriteria,
  ): (manager: EntityManager) => SelectQueryBuilder<SchoolRefusal> {
    const { schoolIds, isReported, refusedFrom, refusedUntil } = criteria;
    return (manager) => {
      const query = manager
        .createQueryBuilder(SchoolRefusalEntity, 'refusal')
        .where('refusal.countyCode = :countyCode', { countyCode });
      if (schoolIds) query.andWhere('refusal.schoolId = ANY(:schoolIds)', { schoolIds });
      if (isReported != null) query.andWhere(`refusal.reportedOn IS ${isReported ? 'NOT ' : ''}NULL`);
      if (refusedFrom) query.andWhere('refusal.refusedOn >= :refusedFrom', { refusedFrom });
      if (refusedUntil) query.andWhere('refusal.refusedOn <= :refusedUntil', { refusedUntil });
      return query;
    };
  }
}
