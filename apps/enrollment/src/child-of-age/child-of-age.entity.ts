import { EntitySchema } from 'typeorm';

/** Where a child of age is. IN_COUNTY, OUT_OF_COUNTY and ABROAD are in school; the others are not. */
export const WHEREABOUTS = ['IN_COUNTY', 'OUT_OF_COUNTY', 'ABROAD', 'SUSPENDED', 'NOT_ENROLLED'] as const;
export type Whereabouts = (typeof WHEREABOUTS)[number];

export type AgeBand = 'PRIMARY' | 'JUNIOR_SECONDARY';

/**
 * A row of the ledger of children of compulsory-school age (适龄儿童台账), one a child and school year, whether or not
 * the child is on a roll: the denominator of the enrolment rates.
 */
export interface ChildOfAge {
  countyCode: string;
  schoolYear: number;
  id: string;
  name: string;
  sex: string;
  bornOn: string;
  /** The band that the child's age on the cut-off day puts it in: 6–11 or 12–14. */
  ageBand: AgeBand;
  identityNumber: Buffer | null;
  identityNumberIndex: Buffer | null;
  /** Why the child counts here: registered in the county, or living in it. */
  basis: 'HOUSEHOLD' | 'RESIDENT';
  townshipCode: string;
  whereabouts: Whereabouts;
  /** The child on the roll, when it is on one here. */
  studentId: string | null;
  schoolId: string | null;
  classId: string | null;
  /** 未入学原因, when the child is not in school. */
  reason: string | null;
  verifiedOn: string;
}

export const ChildOfAgeEntity = new EntitySchema<ChildOfAge>({
  name: 'ChildOfAge',
  columns: {
    countyCode: { type: 'varchar', length: 6, primary: true, primaryKeyConstraintName: 'child_of_age_pkey' },
    schoolYear: { type: 'smallint', primary: true, primaryKeyConstraintName: 'child_of_age_pkey' },
    id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'child_of_age_pkey' },
    name: { type: 'text' },
    sex: { type: 'varchar', length: 1 },
    bornOn: { type: 'date' },
    ageBand: { type: 'text' },
    identityNumber: { type: 'bytea', nullable: true },
    identityNumberIndex: { type: 'bytea', nullable: true },
    basis: { type: 'text' },
    townshipCode: { type: 'varchar', length: 9 },
    whereabouts: { type: 'text' },
    studentId: { type: 'uuid', nullable: true },
    schoolId: { type: 'uuid', nullable: true },
    classId: { type: 'uuid', nullable: true },
    reason: { type: 'text', nullable: true },
    verifiedOn: { type: 'date' },
  },
  uniques: [{ name: 'child_of_age_identity_number_key', columns: ['countyCode', 'schoolYear', 'identityNumberIndex'] }],
  indices: [
    {
      name: 'child_of_age_figures_idx',
      columns: ['countyCode', 'schoolYear', 'ageBand', 'whereabouts', 'townshipCode', 'schoolId', 'classId'],
    },
    { name: 'child_of_age_name_idx', columns: ['countyCode', 'schoolYear', 'name', 'id'] },
  ],
  checks: [
    { name: 'child_of_age_band_check', expression: `age_band IN ('PRIMARY', 'JUNIOR_SECONDARY')` },
    { name: 'child_of_age_basis_check', expression: `basis IN ('HOUSEHOLD', 'RESIDENT')` },
    {
      name: 'child_of_age_whereabouts_check',
      expression: `whereabouts IN ('IN_COUNTY', 'OUT_OF_COUNTY', 'ABROAD', 'SUSPENDED', 'NOT_ENROLLED')`,
    },
    { name: 'child_of_age_school_check', expression: `whereabouts <> 'IN_COUNTY' OR school_id IS NOT NULL` },
    {
      name: 'child_of_age_reason_check',
      expression: `whereabouts NOT IN ('SUSPENDED', 'NOT_ENROLLED') OR reason IS NOT NULL`,
    },
  ],
});
