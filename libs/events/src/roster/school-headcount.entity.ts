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
  tableName: 'school_headcount',
  columns: {
    countyCode: {
      name: 'county_code',
      type: 'varchar',
      length: 6,
      primary: true,
      primaryKeyConstraintName: 'school_headcount_pkey',
    },
    schoolId: { name: 'school_id', type: 'uuid', primary: true, primaryKeyConstraintName: 'school_headcount_pkey' },
    asOf: { name: 'as_of', type: 'date' },
    classes: { name: 'classes', type: 'integer' },
    students: { name: 'students', type: 'integer' },
    byStage: { name: 'by_stage', type: 'jsonb' },
    version: { name: 'version', type: 'integer' },
  },
});
