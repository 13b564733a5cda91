import type { Reader } from '@bureau/subgraph';
import { type SpecialFlag, SpecialFlagEntity } from './special-flag.entity.ts';
import type { SpecialCategory } from './special-flag.rules.ts';

export interface ChildCategory {
  studentId: string;
  category: SpecialCategory;
}

/**
 * Every special category of every child in sight: what was flagged, and what the roll and the cases say by themselves.
 * `$1` is the county.
 */
export const SPECIAL_CATEGORIES_SQL = `
  SELECT student_id, category FROM special_flag WHERE county_code = $1 AND ended_on IS NULL
  UNION SELECT id, 'LEFT_BEHIND' FROM student WHERE county_code = $1 AND left_behind <> 'NO'
  UNION SELECT id, 'HOME_TEACHING' FROM student WHERE county_code = $1 AND attendance_placement = 'HOME_TEACHING'
  UNION SELECT id, 'LONG_SICK_LEAVE' FROM student WHERE county_code = $1 AND attendance_placement = 'LONG_LEAVE'
  UNION SELECT student_id, 'DROPOUT_HISTORY' FROM dropout_case WHERE county_code = $1
  UNION SELECT student_id, 'AVERSE_TO_SCHOOL' FROM dropout_case WHERE county_code = $1 AND reason_code = 'R06'
  UNION SELECT student_id, 'PSYCHOLOGICAL' FROM dropout_case WHERE county_code = $1 AND reason_code = 'R07'`;

export class SpecialFlagRepository {
  readonly #reader: Reader;

  constructor(reader: Reader) {
    this.#reader = reader;
  }

  /** The categories of children, each once a child. */
  listCategories(countyCode: string, studentIds: readonly string[]): Promise<ChildCategory[]> {
    return this.#reader.read((manager) =>
      manager.query(
        `SELECT student_id AS "studentId", category FROM (${SPECIAL_CATEGORIES_SQL}) AS special
         WHERE student_id = ANY ($2) ORDER BY student_id, category`,
        [countyCode, studentIds],
      ),
    );
  }

  async insert(flag: SpecialFlag): Promise<void> {
    await this.#reader.read((manager) => manager.insert(SpecialFlagEntity, flag));
  }

  /** Ends the flags of a source that are not among those given, and begins those that are new: the source's whole word on the children. */
  async replace(
    countyCode: string,
    { source, studentIds, day }: { source: SpecialFlag['source']; studentIds: readonly string[]; day: string },
    flags: readonly SpecialFlag[],
  ): Promise<void> {
    const rows = JSON.stringify(flags.map(({ id, studentId, category }) => ({ id, student_id: studentId, category })));
    await this.#reader.read(async (manager) => {
      await manager.query(
        `UPDATE special_flag AS flag SET ended_on = greatest($4::date, started_on)
         WHERE county_code = $1 AND source = $2 AND student_id = ANY ($3) AND ended_on IS NULL AND NOT EXISTS (
           SELECT FROM jsonb_to_recordset($5) AS given (student_id uuid, category text)
           WHERE given.student_id = flag.student_id AND given.category = flag.category)`,
        [countyCode, source, studentIds, day, rows],
      );
      await manager.query(
        `INSERT INTO special_flag (county_code, id, student_id, category, source, started_on)
         SELECT $1, id, student_id, category, $2, $3 FROM jsonb_to_recordset($4) AS given (id uuid, student_id uuid, category text)
         ON CONFLICT DO NOTHING`,
        [countyCode, source, day, rows],
      );
    });
  }
}
