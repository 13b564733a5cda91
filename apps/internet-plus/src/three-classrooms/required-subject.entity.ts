import { EntitySchema } from 'typeorm';

/** A subject that a school must offer in these grades (开齐开足国家课程), from a day on. */
export interface RequiredSubject {
  countyCode: string;
  id: string;
  /** The subject. */
  subject: string;
  /** The first grade. */
  gradeFrom: number;
  /** The last grade. */
  gradeTo: number;
  /** Lessons a week. */
  weeklyLessons: number;
  /** First day. */
  validFrom: string;
  /** The first day on which it is no longer required; null while it is. */
  validTo: string | null;
  /** What sets it. */
  document: string;
  version: number;
}

export const RequiredSubjectEntity = new EntitySchema<RequiredSubject>({
  name: 'RequiredSubject',
  columns: {
    countyCode: { type: 'varchar', length: 6, primary: true, primaryKeyConstraintName: 'required_subject_pkey' },
    id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'required_subject_pkey' },
    subject: { type: 'text' },
    gradeFrom: { type: 'smallint' },
    gradeTo: { type: 'smallint' },
    weeklyLessons: { type: 'smallint' },
    validFrom: { type: 'date' },
    validTo: { type: 'date', nullable: true },
    document: { type: 'text' },
    version: { type: 'integer', default: 1 },
  },
  uniques: [{ name: 'required_subject_from_key', columns: ['countyCode', 'subject', 'gradeFrom', 'validFrom'] }],
  checks: [
    {
      name: 'required_subject_grades_check',
      expression: `grade_from BETWEEN 1 AND 12 AND grade_to BETWEEN grade_from AND 12`,
    },
    { name: 'required_subject_weekly_check', expression: `weekly_lessons BETWEEN 1 AND 20` },
    { name: 'required_subject_dates_check', expression: `valid_to > valid_from` },
    { name: 'required_subject_words_check', expression: `subject <> '' AND document <> ''` },
  ],
});
