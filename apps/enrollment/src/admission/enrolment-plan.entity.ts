import { EntitySchema } from 'typeorm';

/** The seats of a school in its first grade of a year (招生计划). */
export interface EnrolmentPlan {
  countyCode: string;
  schoolId: string;
  stage: 'PRIMARY' | 'JUNIOR_SECONDARY';
  schoolYear: number;
  seats: number;
  document: string;
  version: number;
}

const primary = { primary: true, primaryKeyConstraintName: 'enrolment_plan_pkey' } as const;

export const EnrolmentPlanEntity = new EntitySchema<EnrolmentPlan>({
  name: 'EnrolmentPlan',
  columns: {
    countyCode: { type: 'varchar', length: 6, ...primary },
    schoolId: { type: 'uuid', ...primary },
    stage: { type: 'text', ...primary },
    schoolYear: { type: 'smallint', ...primary },
    seats: { type: 'smallint' },
    document: { type: 'text' },
    version: { type: 'integer', default: 1 },
  },
  foreignKeys: [
    {
      name: 'enrolment_plan_school_id_fkey',
      target: 'School',
      columnNames: ['countyCode', 'schoolId'],
      referencedColumnNames: ['countyCode', 'id'],
    },
  ],
  checks: [
    { name: 'enrolment_plan_stage_check', expression: `stage IN ('PRIMARY', 'JUNIOR_SECONDARY')` },
    { name: 'enrolment_plan_seats_check', expression: `seats BETWEEN 0 AND 5000` },
  ],
});
