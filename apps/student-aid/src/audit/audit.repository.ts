import { newId, type PageOrder, type Reader } from '@bureau/subgraph';
import { type EntityManager, Any, type SelectQueryBuilder } from 'typeorm';
import { type AuditFinding, AuditFindingEntity, type FindingSubject } from './audit-finding.entity.ts';
import type { FindingState, Found, Severity } from './catalogue.rules.ts';
import type { AuditScope } from './payment-facts.repository.ts';

export interface NewFinding extends Found {
  severity: Severity;
  subject: FindingSubject;
  subjectId: string;
  schoolId: string | null;
}

export interface FindingCriteria {
  batchId?: string | null;
  rules?: readonly string[] | null;
  severities?: readonly Severity[] | null;
  states?: readonly FindingState[] | null;
  schoolIds?: readonly string[] | null;
}

export const FINDING_ORDERS = {
  FOUND_ASC: { name: 'FOUND_ASC', properties: ['foundAt'], direction: 'ASC' },
  FOUND_DESC: { name: 'FOUND_DESC', properties: ['foundAt'], direction: 'DESC' },
} as const satisfies Record<string, PageOrder>;

const GROUPINGS = { RULE: 'rule', SEVERITY: 'severity', STATE: 'state', SCHOOL: 'schoolId' } as const;
export type FindingGrouping = keyof typeof GROUPINGS;

/** Found again, a finding keeps its answer as long as nothing about it changed; what was fixed or has changed is open anew. */
const RECORD = (target: string) => `
  INSERT INTO audit_finding AS known (county_code, id, rule, severity, subject, subject_id, batch_id, school_id, evidence, state, found_at, run_id)
  SELECT $1, id, rule, severity, subject, "subjectId", $2, "schoolId", evidence, 'OPEN', $3, $4
  FROM jsonb_to_recordset($5) AS found (id uuid, rule text, severity text, subject text, "subjectId" uuid, "schoolId" uuid, evidence jsonb)
  ON CONFLICT ${target} DO UPDATE SET run_id = excluded.run_id, severity = excluded.severity, evidence = excluded.evidence,
    state = CASE WHEN known.state = 'FIXED' OR known.evidence <> excluded.evidence THEN 'OPEN' ELSE known.state END,
    version = known.version + (known.state = 'FIXED' OR known.evidence <> excluded.evidence)::int`;
const IN_BATCH = '(county_code, batch_id, rule, subject_id) WHERE batch_id IS NOT NULL';
const IN_COUNTY = '(county_code, rule, subject_id) WHERE batch_id IS NULL';

export interface Run {
  id: string;
  at: Date;
  by: string;
}

export class AuditRepository {
  readonly #reader: Reader;

  constructor(reader: Reader) {
    this.#reader = reader;
  }

  listByIds(countyCode: string, ids: string[]): Promise<AuditFinding[]> {
    return this.#reader.read((manager) => manager.findBy(AuditFindingEntity, { countyCode, id: Any(ids) }));
  }

  /** The findings of a list, not yet ordered. */
  matching(
    countyCode: string,
    criteria: FindingCriteria,
  ): (manager: EntityManager) => SelectQueryBuilder<AuditFinding> {
    const { batchId, rules, severities, states, schoolIds } = criteria;
    return (manager) => {
      const query = manager
        .createQueryBuilder(AuditFindingEntity, 'finding')
        .where('finding.countyCode = :countyCode', { countyCode });
      if (batchId) query.andWhere('finding.batchId = :batchId', { batchId });
      if (rules) query.andWhere('finding.rule = ANY(:rules)', { rules });
      if (severities) query.andWhere('finding.severity = ANY(:severities)', { severities });
      if (states) query.andWhere('finding.state = ANY(:states)', { states });
      if (schoolIds) query.andWhere('finding.schoolId = ANY(:schoolIds)', { schoolIds });
      return query;
    };
  }

  countGroups(
    countyCode: string,
    criteria: FindingCriteria,
    grouping: FindingGrouping,
  ): Promise<{ key: string | null; count: number }[]> {
    const column = `finding.${GROUPINGS[grouping]}`;
    return this.#reader.figure(['finding groups', criteria, grouping], (manager) =>
      this.matching(
        countyCode,
        criteria,
      )(manager)
        .select(`${column}::text`, 'key')
        .addSelect('count(*)::int', 'count')
        .groupBy(column)
        .orderBy(column)
        .getRawMany(),
    );
  }

  async record({ countyCode, batchId }: AuditScope, run: Run, found: readonly NewFinding[]): Promise<void> {
    if (found.length === 0) return;
    const rows = JSON.stringify(found.map((finding) => ({ id: newId(), ...finding })));
    const parameters = [countyCode, batchId, run.at, run.id, rows];
    await this.#reader.read((manager) => manager.query(RECORD(batchId === null ? IN_COUNTY : IN_BATCH), parameters));
  }

  /** What the run no longer saw is FIXED, by whoever had it run. */
  async settle({ countyCode, batchId }: AuditScope, run: Run): Promise<void> {
    await this.#reader.read((manager) =>
      manager.query(
        `UPDATE audit_finding SET state = 'FIXED', answered_by = coalesce(answered_by, $4), answer = coalesce(answer, 'gone'), version = version + 1
         WHERE county_code = $1 AND batch_id IS NOT DISTINCT FROM $2 AND run_id <> $3 AND state <> 'FIXED'`,
        [countyCode, batchId, run.id, run.by],
      ),
    );
  }

  /** Findings that stop a batch. */
  async countBlocking(countyCode: string, batchId: string): Promise<number> {
    return this.#reader.read((manager) =>
      this.matching(countyCode, { batchId, severities: ['BLOCK'], states: ['OPEN', 'EXPLAINED'] })(manager).getCount(),
    );
  }

  /** Findings of the county's own runs that want an answer. */
  async countOpenOfCounty(countyCode: string): Promise<number> {
    return this.#reader.read((manager) =>
      this.matching(countyCode, { states: ['OPEN', 'EXPLAINED'] })(manager)
        .andWhere('finding.batchId IS NULL')
        .getCount(),
    );
  }

  findForUpdate(countyCode: string, id: string): Promise<AuditFinding | null> {
    return this.#reader.read((manager) =>
      manager.findOne(AuditFindingEntity, { where: { countyCode, id }, lock: { mode: 'pessimistic_write' } }),
    );
  }

  /** Writes the answer to a finding that the caller holds locked. */
  async answer(
    { countyCode, id, version }: AuditFinding,
    answered: Pick<AuditFinding, 'state' | 'answeredBy' | 'answer'>,
  ): Promise<void> {
    const { affected } = await this.#reader.read((manager) =>
      manager.update(AuditFindingEntity, { countyCode, id, version }, { ...answered, version: version + 1 }),
    );
    if (affected !== 1) throw new Error('A finding changed while it was locked.');
  }
}
