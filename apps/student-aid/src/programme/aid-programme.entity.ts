import type { Stage } from '@bureau/codes';
import { EntitySchema } from 'typeorm';

/** Who receives the money of a programme: the child, the school that waives a fee, nobody (goods), a university. */
export type PayeeKind = 'CHILD' | 'SCHOOL_WAIVER' | 'IN_KIND' | 'UNIVERSITY';

/** What the county pays for (资助项目), such as the living allowance of boarders. */
export interface AidProgramme {
  countyCode: string;
  /** Such as `CE_LIVING_B`. */
  code: string;
  /** Chinese, as the regulation has it. */
  name: string;
  payee: PayeeKind;
  /** Of the children who may have it; empty for aid at universities. */
  stages: Stage[];
  /** The regulation, with its document number (政策依据). */
  legalBasis: string;
  /** Numbers of the exclusions that it is part of, ascending; awards repeat them, and the database compares. */
  exclusions: number[];
}

export const AidProgrammeEntity = new EntitySchema<AidProgramme>({
  name: 'AidProgramme',
  columns: {
    countyCode: { type: 'varchar', length: 6, primary: true, primaryKeyConstraintName: 'aid_programme_pkey' },
    code: { type: 'text', primary: true, primaryKeyConstraintName: 'aid_programme_pkey' },
    name: { type: 'text' },
    payee: { type: 'text' },
    stages: { type: 'text', array: true },
    legalBasis: { type: 'text' },
    exclusions: { type: 'integer', array: true, default: () => `'{}'` },
  },
  uniques: [{ name: 'aid_programme_exclusions_key', columns: ['countyCode', 'code', 'exclusions'] }],
  checks: [
    { name: 'aid_programme_code_check', expression: `code ~ '^[A-Z][A-Z0-9_]{1,31}$'` },
    {
      name: 'aid_programme_payee_check',
      expression: `payee IN ('CHILD', 'SCHOOL_WAIVER', 'IN_KIND', 'UNIVERSITY')`,
    },
    {
      name: 'aid_programme_stages_check',
      expression: `stages <@ ARRAY['PRE_SCHOOL', 'PRIMARY', 'JUNIOR_SECONDARY', 'SENIOR_SECONDARY', 'VOCATIONAL']`,
    },
  ],
});
