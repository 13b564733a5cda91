import { EntitySchema } from 'typeorm';
import type { TrainingMethod } from './teacher-terms.rules.ts';

/** A training that a teacher took (研修学时). */
export interface TrainingRecord {
  countyCode: string;
  id: string;
  schoolId: string;
  townshipCode: string;
  /** The teacher. */
  teacherId: string;
  /** What it was. */
  title: string;
  /** How it was given. */
  method: TrainingMethod;
  /** Hours. */
  hours: number;
  /** Its last day. */
  endedOn: string;
}

export const TrainingRecordEntity = new EntitySchema<TrainingRecord>({
  name: 'TrainingRecord',
  columns: {
    countyCode: { type: 'varchar', length: 6, primary: true, primaryKeyConstraintName: 'training_record_pkey' },
    id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'training_record_pkey' },
    schoolId: { type: 'uuid' },
    townshipCode: { type: 'varchar', length: 9 },
    teacherId: { type: 'uuid' },
    title: { type: 'text' },
    method: { type: 'text' },
    hours: { type: 'smallint' },
    endedOn: { type: 'date' },
  },
  uniques: [{ name: 'training_record_once_key', columns: ['countyCode', 'teacherId', 'endedOn', 'title'] }],
  foreignKeys: [
    {
      name: 'training_record_teacher_fkey',
      target: 'Teacher',
      columnNames: ['countyCode', 'teacherId'],
      referencedColumnNames: ['countyCode', 'id'],
    },
  ],
  checks: [
    { name: 'training_record_township_check', expression: `township_code ~ ('^' || county_code || '[0-9]{3}$')` },
    { name: 'training_record_method_check', expression: `method IN ('ONLINE', 'SCHOOL_BASED')` },
    { name: 'training_record_hours_check', expression: `hours BETWEEN 1 AND 500` },
    { name: 'training_record_title_check', expression: `title <> ''` },
  ],
});
