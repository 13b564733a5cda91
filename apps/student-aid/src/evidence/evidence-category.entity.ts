import type { EvidenceSource } from './evidence.rules.ts';
import { EntitySchema } from 'typeorm';

/** A kind of special difficulty that another department attests (特殊困难类型), until it is withdrawn. */
export interface EvidenceCategory {
  countyCode: string;
  code: string;
  /** Chinese, as the department has it. */
  name: string;
  source: EvidenceSource;
  validFrom: string;
  /** The first day on which it no longer counts (已退出类别); null while it does. */
  validTo: string | null;
  basisDocument: string;
}

export const EvidenceCategoryEntity = new EntitySchema<EvidenceCategory>({
  name: 'EvidenceCategory',
  columns: {
    countyCode: { type: 'varchar', length: 6, primary: true, primaryKeyConstraintName: 'evidence_category_pkey' },
    code: { type: 'text', primary: true, primaryKeyConstraintName: 'evidence_category_pkey' },
    name: { type: 'text' },
    source: { type: 'text' },
    validFrom: { type: 'date' },
    validTo: { type: 'date', nullable: true },
    basisDocument: { type: 'text' },
  },
  checks: [
    {
      name: 'evidence_category_source_check',
      expression: `source IN ('CIVIL_AFFAIRS', 'AGRICULTURE', 'DISABLED_FEDERATION', 'VETERANS')`,
    },
    { name: 'evidence_category_code_check', expression: `code ~ '^[A-Z][A-Z0-9_]{1,47}$'` },
    { name: 'evidence_category_days_check', expression: `valid_to >= valid_from` },
  ],
});
