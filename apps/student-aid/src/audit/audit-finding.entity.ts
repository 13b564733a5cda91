import { EntitySchema } from 'typeorm';
import type { FindingState, Severity } from './catalogue.rules.ts';
import type { Evidence } from './facts.rules.ts';

/** What a finding is about. */
export type FindingSubject = 'PAYMENT' | 'SCHOOL' | 'FUND' | 'CHILD';

/** What a rule of the pre-audit found about one subject, and what became of it (审核疑点). */
export interface AuditFinding {
  countyCode: string;
  id: string;
  /** A1 … A20. */
  rule: string;
  severity: Severity;
  subject: FindingSubject;
  subjectId: string;
  /** The batch that it was found in; null of the county's nightly run. */
  batchId: string | null;
  /** The school that it concerns; null of funds. */
  schoolId: string | null;
  evidence: Evidence;
  state: FindingState;
  /** Who explained, accepted or fixed it, and what he said. */
  answeredBy: string | null;
  answer: string | null;
  foundAt: Date;
  /** The run that last saw it. */
  runId: string;
  version: number;
}

const primary = { primary: true, primaryKeyConstraintName: 'audit_finding_pkey' } as const;

export const AuditFindingEntity = new EntitySchema<AuditFinding>({
  name: 'AuditFinding',
  columns: {
    countyCode: { type: 'varchar', length: 6, ...primary },
    id: { type: 'uuid', ...primary },
    rule: { type: 'varchar', length: 3 },
    severity: { type: 'text' },
    subject: { type: 'text' },
    subjectId: { type: 'uuid' },
    batchId: { type: 'uuid', nullable: true },
    schoolId: { type: 'uuid', nullable: true },
    evidence: { type: 'jsonb' },
    state: { type: 'text' },
    answeredBy: { type: 'text', nullable: true },
    answer: { type: 'text', nullable: true },
    foundAt: { type: 'timestamptz' },
    runId: { type: 'uuid' },
    version: { type: 'integer', default: 1 },
  },
  indices: [
    {
      name: 'audit_finding_batch_key',
      columns: ['countyCode', 'batchId', 'rule', 'subjectId'],
      unique: true,
      where: 'batch_id IS NOT NULL',
    },
    {
      name: 'audit_finding_county_key',
      columns: ['countyCode', 'rule', 'subjectId'],
      unique: true,
      where: 'batch_id IS NULL',
    },
    { name: 'audit_finding_found_idx', columns: ['countyCode', 'foundAt', 'id'] },
  ],
  foreignKeys: [
    {
      name: 'audit_finding_batch_fkey',
      target: 'DisbursementBatch',
      columnNames: ['countyCode', 'batchId'],
      referencedColumnNames: ['countyCode', 'id'],
    },
  ],
  checks: [
    { name: 'audit_finding_rule_check', expression: `rule ~ '^A([1-9]|1[0-9]|20)$'` },
    { name: 'audit_finding_severity_check', expression: `severity IN ('BLOCK', 'WARN')` },
    { name: 'audit_finding_subject_check', expression: `subject IN ('PAYMENT', 'SCHOOL', 'FUND', 'CHILD')` },
    { name: 'audit_finding_state_check', expression: `state IN ('OPEN', 'EXPLAINED', 'FIXED', 'ACCEPTED')` },
    {
      name: 'audit_finding_answer_check',
      expression: `(answered_by IS NULL) = (answer IS NULL) AND (state IN ('OPEN', 'FIXED') OR answer IS NOT NULL)`,
    },
  ],
});
