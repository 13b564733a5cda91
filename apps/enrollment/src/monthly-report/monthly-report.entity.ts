import { EntitySchema } from 'typeorm';
import type { BalanceLine } from './monthly-balance.rules.ts';

export interface CaseCounts {
  suspected: number;
  returned: number;
  closed: number;
  open: number;
}

/** A school's report of a month (一月一报告), frozen when it was submitted. */
export interface MonthlyReport {
  countyCode: string;
  id: string;
  schoolId: string;
  townshipCode: string;
  /** Its first day. */
  month: string;
  lines: BalanceLine[];
  cases: CaseCounts;
  analysis: string;
  actions: string;
  dueOn: string;
  submittedOn: string;
  submittedBy: string;
  /** The county's finding when it looked again (一季度一复核). */
  reviewedOn: string | null;
  reviewFinding: string | null;
  version: number;
}

export const MonthlyReportEntity = new EntitySchema<MonthlyReport>({
  name: 'MonthlyReport',
  columns: {
    countyCode: { type: 'varchar', length: 6, primary: true, primaryKeyConstraintName: 'monthly_report_pkey' },
    id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'monthly_report_pkey' },
    schoolId: { type: 'uuid' },
    townshipCode: { type: 'varchar', length: 9 },
    month: { type: 'date' },
    lines: { type: 'jsonb' },
    cases: { type: 'jsonb' },
    analysis: { type: 'text' },
    actions: { type: 'text' },
    dueOn: { type: 'date' },
    submittedOn: { type: 'date' },
    submittedBy: { type: 'text' },
    reviewedOn: { type: 'date', nullable: true },
    reviewFinding: { type: 'text', nullable: true },
    version: { type: 'integer', default: 1 },
  },
  uniques: [{ name: 'monthly_report_school_key', columns: ['countyCode', 'schoolId', 'month'] }],
  indices: [{ name: 'monthly_report_month_idx', columns: ['countyCode', 'month', 'id'] }],
  foreignKeys: [
    {
      name: 'monthly_report_school_fkey',
      target: 'School',
      columnNames: ['countyCode', 'schoolId'],
      referencedColumnNames: ['countyCode', 'id'],
    },
  ],
  checks: [
    { name: 'monthly_report_month_check', expression: 'extract(day FROM month) = 1' },
    { name: 'monthly_report_review_check', expression: '(reviewed_on IS NULL) = (review_finding IS NULL)' },
  ],
});
