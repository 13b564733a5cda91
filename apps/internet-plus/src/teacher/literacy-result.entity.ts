import { EntitySchema } from 'typeorm';
import type { LiteracyLevel } from './teacher-terms.rules.ts';

/** A result of the yearly literacy test (信息素养测评). */
export interface LiteracyResult {
  countyCode: string;
  id: string;
  schoolId: string;
  townshipCode: string;
  /** The teacher. */
  teacherId: string;
  /** The year. */
  year: number;
  /** 0 to 100. */
  score: number;
  /** Its level. */
  level: LiteracyLevel;
}

export const LiteracyResultEntity = new EntitySchema<LiteracyResult>({
  name: 'LiteracyResult',
  columns: {
    countyCode: { type: 'varchar', length: 6, primary: true, primaryKeyConstraintName: 'literacy_result_pkey' },
    id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'literacy_result_pkey' },
    schoolId: { type: 'uuid' },
    townshipCode: { type: 'varchar', length: 9 },
    teacherId: { type: 'uuid' },
    year: { type: 'smallint' },
    score: { type: 'smallint' },
    level: { type: 'text' },
  },
  uniques: [{ name: 'literacy_result_year_key', columns: ['countyCode', 'teacherId', 'year'] }],
  foreignKeys: [
    {
      name: 'literacy_result_teacher_fkey',
      target: 'Teacher',
      columnNames: ['countyCode', 'teacherId'],
      referencedColumnNames: ['countyCode', 'id'],
    },
  ],
  checks: [
    { name: 'literacy_result_township_check', expression: `township_code ~ ('^' || county_code || '[0-9]{3}$')` },
    { name: 'literacy_result_level_check', expression: `level IN ('EXCELLENT', 'PASSED', 'FAILED')` },
    { name: 'literacy_result_score_check', expression: `score BETWEEN 0 AND 100` },
    { name: 'literacy_result_year_check', expression: `year BETWEEN 2015 AND 2100` },
  ],
});
