import type { PageOrder, Reader } from '@bureau/subgraph';
import { Any, type EntityManager, type SelectQueryBuilder } from 'typeorm';
import type { MonthChange } from './monthly-balance.rules.ts';
import { type CaseCounts, type MonthlyReport, MonthlyReportEntity } from './monthly-report.entity.ts';

export const MONTHLY_REPORT_ORDERS = {
  MONTH_DESC: { name: 'MONTH_DESC', properties: ['month'], direction: 'DESC' },
  MONTH_ASC: { name: 'MONTH_ASC', properties: ['month'], direction: 'ASC' },
} as const satisfies Record<string, PageOrder>;

export interface MonthlyReportCriteria {
  schoolIds?: readonly string[] | null;
  month?: string | null;
  isOnTime?: boolean | null;
  isReviewed?: boolean | null;
}

/** Who is on a school's roll on a day, by grade. */
const onRoll = (day: string) => `
  SELECT sp.student_id, sp.stage || '-' || c.entry_year AS grade FROM school_spell AS sp
  JOIN school_class AS c ON c.county_code = sp.county_code AND c.id = sp.class_id
  WHERE sp.county_code = $1 AND sp.school_id = $2 AND sp.roll_status IN ('PRE_REGISTERED', 'ACTIVE', 'SUSPENDED')
    AND sp.started_on <= ${day} AND (sp.ended_on IS NULL OR sp.ended_on > ${day})`;

export class MonthlyReportRepository {
  readonly #reader: Reader;

  constructor(reader: Reader) {
    this.#reader = reader;
  }

  listByIds(countyCode: string, ids: string[]): Promise<MonthlyReport[]> {
    return this.#reader.read((manager) => manager.findBy(MonthlyReportEntity, { countyCode, id: Any(ids) }));
  }

  findForUpdate(countyCode: string, id: string): Promise<MonthlyReport | null> {
    return this.#reader.read((manager) =>
      manager.findOne(MonthlyReportEntity, { where: { countyCode, id }, lock: { mode: 'pessimistic_write' } }),
    );
  }

  matching(
    countyCode: string,
    criteria: MonthlyReportCriteria,
  ): (manager: EntityManager) => SelectQueryBuilder<MonthlyReport> {
    const { schoolIds, month, isOnTime, isReviewed } = criteria;
    return (manager) => {
      const query = manager
        .createQueryBuilder(MonthlyReportEntity, 'report')
        .where('report.countyCode = :countyCode', { countyCode });
      if (schoolIds) query.andWhere('report.schoolId = ANY(:schoolIds)', { schoolIds });
      if (month) query.andWhere('report.month = :month', { month });
      if (isOnTime != null) query.andWhere('(report.submittedOn <= report.dueOn) = :isOnTime', { isOnTime });
      if (isReviewed != null) query.andWhere('(report.reviewedOn IS NOT NULL) = :isReviewed', { isReviewed });
      return query;
    };
  }

  /** Every child on the school's roll on either day, and what explains a change between them; one statement. */
  listChanges(
    countyCode: string,
    schoolId: string,
    { before, last }: { before: string; last: string },
  ): Promise<MonthChange[]> {
    return this.#reader.read((manager) =>
      manager.query(
        `WITH s AS (${onRoll('$3::date')}), e AS (${onRoll('$4::date')})
         SELECT coalesce(s.student_id, e.student_id) AS "studentId", s.grade AS "from", e.grade AS "to",
           CASE WHEN s.grade IS NOT DISTINCT FROM e.grade THEN NULL ELSE coalesce(
             (SELECT m.kind FROM roll_movement AS m WHERE m.county_code = $1 AND m.student_id = coalesce(s.student_id, e.student_id)
                AND m.occurred_on > $3 AND m.occurred_on <= $4 ORDER BY m.occurred_on DESC, m.id DESC LIMIT 1),
             (SELECT x.ended_by FROM school_spell AS x WHERE x.county_code = $1 AND x.student_id = s.student_id AND x.school_id = $2
                AND x.ended_on > $3 AND x.ended_on <= $4 ORDER BY x.ended_on DESC LIMIT 1),
             CASE WHEN s.grade IS NULL THEN 'INITIAL_REGISTRATION' END) END AS cause
         FROM s FULL JOIN e ON e.student_id = s.student_id`,
        [countyCode, schoolId, before, last],
      ),
    );
  }

  async countCases(
    countyCode: string,
    schoolId: string,
    { before, last }: { before: string; last: string },
  ): Promise<CaseCounts> {
    const [counts]: CaseCounts[] = await this.#reader.read((manager) =>
      manager.query(
        `SELECT (count(*) FILTER (WHERE suspected_on > $3))::int AS suspected,
                (count(*) FILTER (WHERE returned_on > $3 AND returned_on <= $4))::int AS returned,
                (count(*) FILTER (WHERE closed_on > $3 AND closed_on <= $4))::int AS closed,
                (count(*) FILTER (WHERE coalesce(returned_on, closed_on) IS NULL AND stage <> 'OTHER_RESOLVED' OR coalesce(returned_on, closed_on) > $4))::int AS open
         FROM dropout_case WHERE county_code = $1 AND school_id = $2 AND is_suspicion AND suspected_on <= $4`,
        [countyCode, schoolId, before, last],
      ),
    );
    return counts ?? { suspected: 0, returned: 0, closed: 0, open: 0 };
  }

  /** False when the school has reported the month. */
  async insertUnlessSubmitted(report: MonthlyReport): Promise<boolean> {
    const { raw } = (await this.#reader.read((manager) =>
      manager
        .createQueryBuilder()
        .insert()
        .into(MonthlyReportEntity)
        .values(report)
        .orIgnore()
        .returning('id')
        .execute(),
    )) as { raw: unknown[] };
    return raw.length === 1;
  }

  async review(
    { countyCode, id, version }: MonthlyReport,
    review: Pick<MonthlyReport, 'reviewedOn' | 'reviewFinding'>,
  ): Promise<void> {
    const { affected } = await this.#reader.read((manager) =>
      manager.update(MonthlyReportEntity, { countyCode, id, version }, { ...review, version: version + 1 }),
    );
    if (affected !== 1) throw new Error('A report changed while it was locked.');
  }
}
