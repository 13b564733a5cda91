import { EntitySchema } from 'typeorm';

/** Two programmes that a child may not have in the same term (不得重复享受). */
export interface AidExclusion {
  countyCode: string;
  /** Stands in the `exclusions` of both programmes. */
  number: number;
  programmeA: string;
  programmeB: string;
  legalBasis: string;
}

export const AidExclusionEntity = new EntitySchema<AidExclusion>({
  name: 'AidExclusion',
  columns: {
    countyCode: { type: 'varchar', length: 6, primary: true, primaryKeyConstraintName: 'aid_exclusion_pkey' },
    number: { type: 'integer', primary: true, primaryKeyConstraintName: 'aid_exclusion_pkey' },
    programmeA: { type: 'text' },
    programmeB: { type: 'text' },
    legalBasis: { type: 'text' },
  },
  uniques: [{ name: 'aid_exclusion_pair_key', columns: ['countyCode', 'programmeA', 'programmeB'] }],
  foreignKeys: [
    {
      name: 'aid_exclusion_programme_a_fkey',
      target: 'AidProgramme',
      columnNames: ['countyCode', 'programmeA'],
      referencedColumnNames: ['countyCode', 'code'],
    },
    {
      name: 'aid_exclusion_programme_b_fkey',
      target: 'AidProgramme',
      columnNames: ['countyCode', 'programmeB'],
      referencedColumnNames: ['countyCode', 'code'],
    },
  ],
  checks: [{ name: 'aid_exclusion_pair_check', expression: `programme_a < programme_b` }],
});
