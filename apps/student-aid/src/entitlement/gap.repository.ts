import type { Term } from '@bureau/calendar';
import type { PageOrder, Reader } from '@bureau/subgraph';
import { Any, type EntityManager, type SelectQueryBuilder } from 'typeorm';
import { type AidGap, AidGapEntity } from './aid-gap.entity.ts';
import type { GapKind } from './entitlement.rules.ts';

export interface GapCriteria {
  terms?: readonly Term[] | null;
  programmeCodes?: readonly string[] | null;
  schoolIds?: readonly string[] | null;
  townshipCodes?: readonly string[] | null;
  reasons?: readonly string[] | null;
}

export const GAP_ORDERS = {
  FOUND_ASC: { name: 'FOUND_ASC', properties: ['foundOn'], direction: 'ASC' },
  FOUND_DESC: { name: 'FOUND_DESC', properties: ['foundOn'], direction: 'DESC' },
  PROGRAMME_ASC: { name: 'PROGRAMME_ASC', properties: ['programmeCode'], direction: 'ASC' },
} as const satisfies Record<string, PageOrder>;

const GROUPINGS = { PROGRAMME: 'programmeCode', SCHOOL: 'schoolId', TOWNSHIP: 'townshipCode' } as const;
export type GapGrouping = keyof typeof GROUPINGS | 'REASON';

export interface GapGroup {
  key: string | null;
  count: number;
  students: number;
}

export class GapRepository {
  readonly #reader: Reader;

  constructor(reader: Reader) {
    this.#reader = reader;
  }

  listOfStudents(countyCode: string, studentIds: string[]): Promise<AidGap[]> {
    return this.#reader.read((manager) =>
      manager.find(AidGapEntity, {
        where: { countyCode, studentId: Any(studentIds) },
        order: { kind: 'ASC', id: 'ASC' },
      }),
    );
  }

  /** The rows of one of the lists, not yet ordered. */
  matching(
    countyCode: string,
    kind: GapKind,
    criteria: GapCriteria,
  ): (manager: EntityManager) => SelectQueryBuilder<AidGap> {
    const { terms, programmeCodes, schoolIds, townshipCodes, reasons } = criteria;
    return (manager) => {
      const query = manager
        .createQueryBuilder(AidGapEntity, 'gap')
        .where('gap.countyCode = :countyCode AND gap.kind = :kind', { countyCode, kind });
      if (terms)
        query.andWhere(
          '(gap.schoolYear, gap.season) IN (SELECT * FROM unnest(CAST(:years AS integer[]), CAST(:seasons AS text[])))',
          { years: terms.map(({ schoolYear }) => schoolYear), seasons: terms.map(({ season }) => season) },
        );
      if (programmeCodes) query.andWhere('gap.programmeCode = ANY(:programmeCodes)', { programmeCodes });
      if (schoolIds) query.andWhere('gap.schoolId = ANY(:schoolIds)', { schoolIds });
      if (townshipCodes) query.andWhere('gap.townshipCode = ANY(:townshipCodes)', { townshipCodes });
      if (reasons) query.andWhere('gap.reasons && CAST(:reasons AS text[])', { reasons });
      return query;
    };
  }

  /** By reason a row counts once for each of its reasons. */
  countGroups(countyCode: string, kind: GapKind, criteria: GapCriteria, grouping: GapGrouping): Promise<GapGroup[]> {
    const column = grouping === 'REASON' ? 'reason' : `gap.${GROUPINGS[grouping]}`;
    return this.#reader.figure(['gap groups', kind, criteria, grouping], (manager) => {
      const query = this.matching(countyCode, kind, criteria)(manager);
      if (grouping === 'REASON') query.innerJoin('unnest(gap.reasons)', 'reason', 'true');
      return query
        .select(`CAST(${column} AS text)`, 'key')
        .addSelect('count(*)::int', 'count')
        .addSelect('count(DISTINCT gap.studentId)::int', 'students')
        .groupBy(column)
        .orderBy(column)
        .getRawMany<GapGroup>();
    });
  }
}
