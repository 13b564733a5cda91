import type { PageOrder, Reader } from '@bureau/subgraph';
import { type EntityManager, Any, IsNull, LessThanOrEqual, MoreThan, type SelectQueryBuilder } from 'typeorm';
import { type DropoutCase, DropoutCaseEntity } from './dropout-case.entity.ts';
import { ENDED_STAGES } from './dropout-case.rules.ts';
import { DropoutReasonEntity } from './dropout-reason.entity.ts';

export interface DropoutCaseCriteria {
  stages?: readonly string[] | null;
  isOpen?: boolean | null;
  suspectedInYear?: number | null;
  schoolIds?: readonly string[] | null;
  townshipCodes?: readonly string[] | null;
  reasonCodes?: readonly string[] | null;
  discoveredBy?: readonly string[] | null;
  risks?: readonly string[] | null;
  overdue?: { on: string; isOverdue: boolean } | null;
}

const GROUPINGS = {
  STAGE: 'dropout.stage',
  SCHOOL: 'dropout.school_id',
  TOWNSHIP: 'dropout.township_code',
  REASON: 'dropout.reason_code',
  DISCOVERED_BY: 'dropout.discovered_by',
  RISK: 'dropout.risk',
} as const;
export type DropoutCaseGrouping = keyof typeof GROUPINGS;

export interface DropoutCaseGroup {
  key: string;
  count: number;
}

export const DROPOUT_CASE_ORDERS = {
  SUSPECTED_ASC: { name: 'SUSPECTED_ASC', properties: ['suspectedOn'], direction: 'ASC' },
  SUSPECTED_DESC: { name: 'SUSPECTED_DESC', properties: ['suspectedOn'], direction: 'DESC' },
} as const satisfies Record<string, PageOrder>;

export interface DropoutCounts {
  suspected: number;
  returned: number;
  open: number;
}

const firstDay = (year: number) => `${year}-01-01`;
const lastDay = (year: number) => `${year}-12-31`;

export class DropoutCaseRepository {
  readonly #reader: Reader;

  constructor(reader: Reader) {
    this.#reader = reader;
  }

  listByIds(countyCode: string, ids: string[]): Promise<DropoutCase[]> {
    return this.#reader.read((manager) => manager.findBy(DropoutCaseEntity, { countyCode, id: Any(ids) }));
  }

  listOfStudents(countyCode: string, studentIds: string[]): Promise<DropoutCase[]> {
    return this.#reader.read((manager) =>
      manager.find(DropoutCaseEntity, {
        where: { countyCode, studentId: Any(studentIds) },
        order: { suspectedOn: 'DESC', id: 'DESC' },
      }),
    );
  }

  /** The cases of a list, not yet ordered. */
  matching(
    countyCode: string,
    criteria: DropoutCaseCriteria,
  ): (manager: EntityManager) => SelectQueryBuilder<DropoutCase> {
    const { stages, isOpen, suspectedInYear, schoolIds, townshipCodes, reasonCodes, discoveredBy, risks, overdue } =
      criteria;
    return (manager) => {
      const query = manager
        .createQueryBuilder(DropoutCaseEntity, 'dropout')
        .where('dropout.countyCode = :countyCode', { countyCode });
      if (stages) query.andWhere('dropout.stage = ANY(:stages)', { stages });
      if (isOpen != null)
        query.andWhere(`dropout.stage ${isOpen ? '<> ALL' : '= ANY'}(:ended)`, { ended: ENDED_STAGES });
      if (suspectedInYear != null) {
        const days = { from: firstDay(suspectedInYear), to: lastDay(suspectedInYear) };
        query.andWhere('dropout.isSuspicion AND dropout.suspectedOn BETWEEN :from AND :to', days);
      }
      if (schoolIds) query.andWhere('dropout.schoolId = ANY(:schoolIds)', { schoolIds });
      if (townshipCodes) query.andWhere('dropout.townshipCode = ANY(:townshipCodes)', { townshipCodes });
      if (reasonCodes) query.andWhere('dropout.reasonCode = ANY(:reasonCodes)', { reasonCodes });
      if (discoveredBy) query.andWhere('dropout.discoveredBy = ANY(:discoveredBy)', { discoveredBy });
      if (risks) query.andWhere('dropout.risk = ANY(:risks)', { risks });
      if (overdue) query.andWhere('coalesce(dropout.dueOn < :on, false) = :isOverdue', overdue);
      return query;
    };
  }

  /** Children suspected in a calendar year, and how they stood on its last day; the present, for a year under way. */
  async countInYear(countyCode: string, year: number): Promise<DropoutCounts> {
    const [counts]: DropoutCounts[] = await this.#reader.figure(['dropout control', year], (manager) =>
      manager.query(
        `SELECT count(DISTINCT student_id)::int AS suspected,
                (count(DISTINCT student_id) FILTER (WHERE returned_on <= $3))::int AS returned,
                (count(*) FILTER (WHERE stage <> ALL ($4) OR returned_on > $3))::int AS open
         FROM dropout_case WHERE county_code = $1 AND is_suspicion AND suspected_on BETWEEN $2 AND $3`,
        [countyCode, firstDay(year), lastDay(year), ENDED_STAGES],
      ),
    );
    return counts ?? { suspected: 0, returned: 0, open: 0 };
  }

  /** The codes of the reasons valid on a day. */
  listReasonCodes(countyCode: string, day: string): Promise<string[]> {
    const valid = { countyCode, validFrom: LessThanOrEqual(day) };
    return this.#reader.read(async (manager) => {
      const reasons = await manager.find(DropoutReasonEntity, {
        where: [
          { ...valid, validTo: IsNull() },
          { ...valid, validTo: MoreThan(day) },
        ],
        order: { code: 'ASC' },
      });
      return reasons.map(({ code }) => code);
    });
  }

  countGroups(
    countyCode: string,
    criteria: DropoutCaseCriteria,
    grouping: DropoutCaseGrouping,
  ): Promise<DropoutCaseGroup[]> {
    return this.#reader.figure(['dropout case groups', criteria, grouping], (manager) =>
      this.matching(
        countyCode,
        criteria,
      )(manager)
        .select(GROUPINGS[grouping], 'key')
        .addSelect('count(*)::int', 'count')
        .groupBy(GROUPINGS[grouping])
        .orderBy('1')
        .getRawMany<DropoutCaseGroup>(),
    );
  }
}
