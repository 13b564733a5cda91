import { EntitySchema } from 'typeorm';

/** A subject that a school must offer in a grade and cannot (开不齐的课程). */
export interface SubjectShortage {
  countyCode: string;
  id: string;
  schoolId: string;
  townshipCode: string;
  /** The school year: 2024 for 2024-09-01 to 2025-08-31. */
  schoolYear: number;
  /** The grade. */
  grade: number;
  /** The subject. */
  subject: string;
  /** Why. */
  reason: string;
  version: number;
}

export const SubjectShortageEntity = new EntitySchema<SubjectShortage>({
  name: 'SubjectShortage',
  columns: {
    countyCode: { type: 'varchar', length: 6, primary: true, primaryKeyConstraintName: 'subject_shortage_pkey' },
    id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'subject_shortage_pkey' },
    schoolId: { type: 'uuid' },
    townshipCode: { type: 'varchar', length: 9 },
    schoolYear: { type: 'smallint' },
    grade: { type: 'smallint' },
    subject: { type: 'text' },
    reason: { type: 'text' },
    version: { type: 'integer', default: 1 },
  },
  uniques: [
    { name: 'subject_shortage_subject_key', columns: ['countyCode', 'schoolId', 'schoolYear', 'grade', 'subject'] },
  ],
  checks: [
    { name: 'subject_shortage_township_check', expression: `township_code ~ ('^' || county_code || '[0-9]{3}$')` },
    { name: 'subject_shortage_grade_check', expression: `grade BETWEEN 1 AND 12` },
    { name: 'subject_shortage_year_check', expression: `school_year BETWEEN 1986 AND 2100` },
    { name: 'subject_shortage_words_check', expression: `subject <> '' AND reason <> ''` },
  ],
});
