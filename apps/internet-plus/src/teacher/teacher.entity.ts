import { EntitySchema } from 'typeorm';
import type { TeacherRole } from './teacher-terms.rules.ts';

/** A teacher, principal or researcher as this office tests them (教师); an adult, known by name and school. */
export interface Teacher {
  countyCode: string;
  id: string;
  schoolId: string;
  townshipCode: string;
  /** Their name. */
  name: string;
  /** As what they are tested. */
  role: TeacherRole;
  /** What they teach; may be empty. */
  subject: string;
  /** First day at the school. */
  startsOn: string;
  /** The first day on which they are no longer there; null while they are. */
  leftOn: string | null;
  version: number;
}

export const TeacherEntity = new EntitySchema<Teacher>({
  name: 'Teacher',
  columns: {
    countyCode: { type: 'varchar', length: 6, primary: true, primaryKeyConstraintName: 'teacher_pkey' },
    id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'teacher_pkey' },
    schoolId: { type: 'uuid' },
    townshipCode: { type: 'varchar', length: 9 },
    name: { type: 'text' },
    role: { type: 'text' },
    subject: { type: 'text' },
    startsOn: { type: 'date' },
    leftOn: { type: 'date', nullable: true },
    version: { type: 'integer', default: 1 },
  },
  indices: [{ name: 'teacher_name_idx', columns: ['countyCode', 'name', 'id'] }],
  checks: [
    { name: 'teacher_township_check', expression: `township_code ~ ('^' || county_code || '[0-9]{3}$')` },
    { name: 'teacher_role_check', expression: `role IN ('TEACHER', 'PRINCIPAL', 'RESEARCHER')` },
    { name: 'teacher_name_length_check', expression: `length(name) BETWEEN 1 AND 60` },
    { name: 'teacher_dates_check', expression: `left_on > starts_on` },
  ],
});
