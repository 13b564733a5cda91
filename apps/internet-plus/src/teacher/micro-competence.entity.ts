import { EntitySchema } from 'typeorm';
import type { LiteracyLevel } from './teacher-terms.rules.ts';

/** A micro-competence that a teacher was assessed in (能力提升工程2.0 微能力点). */
export interface MicroCompetence {
  countyCode: string;
  id: string;
  schoolId: string;
  townshipCode: string;
  /** The teacher. */
  teacherId: string;
  /** A1 to A13, B1 to B10 or C1 to C7. */
  code: string;
  /** The day. */
  assessedOn: string;
  /** The result. */
  level: LiteracyLevel;
}

export const MicroCompetenceEntity = new EntitySchema<MicroCompetence>({
  name: 'MicroCompetence',
  columns: {
    countyCode: { type: 'varchar', length: 6, primary: true, primaryKeyConstraintName: 'micro_competence_pkey' },
    id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'micro_competence_pkey' },
    schoolId: { type: 'uuid' },
    townshipCode: { type: 'varchar', length: 9 },
    teacherId: { type: 'uuid' },
    code: { type: 'text' },
    assessedOn: { type: 'date' },
    level: { type: 'text' },
  },
  uniques: [{ name: 'micro_competence_code_key', columns: ['countyCode', 'teacherId', 'code'] }],
  foreignKeys: [
    {
      name: 'micro_competence_teacher_fkey',
      target: 'Teacher',
      columnNames: ['countyCode', 'teacherId'],
      referencedColumnNames: ['countyCode', 'id'],
    },
  ],
  checks: [
    { name: 'micro_competence_township_check', expression: `township_code ~ ('^' || county_code || '[0-9]{3}$')` },
    { name: 'micro_competence_level_check', expression: `level IN ('EXCELLENT', 'PASSED', 'FAILED')` },
    { name: 'micro_competence_code_check', expression: `code ~ '^(A([1-9]|1[0-3])|B([1-9]|10)|C[1-7])$'` },
  ],
});
