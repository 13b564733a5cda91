import { EntitySchema } from 'typeorm';
import type { SchoolHeadcountChanged } from '../contract/school-headcount-changed.ts';

/** How many classes and children a school has, as this office knows it from enrollment's events. */
export interface SchoolHeadcount {
  countyCode: string;
  schoolId: string;
  asOf: string;
  classes: number;
  students: number;
  byStage: SchoolHeadcountChanged['byStage'];
  version: number;
}

export const SchoolHeadcountEntity = new EntitySchema<SchoolHeadcount>({
  name: 'SchoolHeadcount',
  columns: {
    countyCode: {
      type: 'varchar',
      length: 6,
      primary: true,
      primaryKeyConstraintName: 'school_headcount_pkey',
    },
    schoolId: { type: 'uuid', primary: true, primaryKeyConstraintName: 'school_headcount_pkey' },
    asOf: { type: 'date' },
    classes: { type: 'integer' },
    students: { type: 'integer' },
    byStage: { type: 'jsonb' },
    version: { type: 'integer' },
  },
});
