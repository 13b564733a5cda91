import type { Reader } from '@bureau/subgraph';
import { SPECIAL_CATEGORIES_SQL } from '../special-flag/special-flag.repository.ts';

/**
 * The special children among these who are in no packet that was sent: before their class or school is left, every
 * one must be (docs/rules/enrollment.md#hand-over). One statement.
 */
export function listUnsent(
  reader: Reader,
  countyCode: string,
  studentIds: readonly string[],
): Promise<{ id: string; name: string }[]> {
  return reader.read((manager) =>
    manager.query(
      `SELECT student.id, student.name FROM student
       WHERE student.county_code = $1 AND student.id = ANY ($2)
         AND student.id IN (SELECT student_id FROM (${SPECIAL_CATEGORIES_SQL}) AS special)
         AND NOT EXISTS (SELECT FROM handover_item AS item WHERE item.county_code = $1 AND item.student_id = student.id
           AND item.from_school_id = student.school_id AND item.sent_on IS NOT NULL AND item.state <> ALL (ARRAY['DRAFT', 'RETURNED_TO_SENDER']))
       ORDER BY student.name, student.id`,
      [countyCode, studentIds],
    ),
  );
}
