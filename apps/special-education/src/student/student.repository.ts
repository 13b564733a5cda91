import type { Reader } from '@bureau/subgraph';
import { inForce } from '../placement/placement.repository.ts';
import { ENROLLED_KINDS } from '../placement/placement.rules.ts';

export interface Standing {
  studentId: string;
  inLedger: boolean;
  placed: boolean;
}

export class StudentRepository {
  readonly #reader: Reader;

  constructor(reader: Reader) {
    this.#reader = reader;
  }

  /** How the children on the rolls stand on a day; those on no roll in sight are left out. */
  listStandings(countyCode: string, studentIds: string[], day: string): Promise<Standing[]> {
    return this.#reader.read((manager) =>
      manager.query(
        `SELECT student.id AS "studentId", child.id IS NOT NULL AS "inLedger",
                coalesce(placement.kind = ANY ($4), false) AS placed
         FROM student_roster student
         LEFT JOIN disabled_child child
           ON child.county_code = student.county_code AND child.student_id = student.id AND child.registered_on <= $3
         LEFT JOIN placement
           ON placement.county_code = child.county_code AND placement.child_id = child.id AND ${inForce('$3')}
         WHERE student.county_code = $1 AND student.id = ANY ($2)`,
        [countyCode, studentIds, day, ENROLLED_KINDS],
      ),
    );
  }
}
