import { newId, type PageOrder, type Reader } from '@bureau/subgraph';
import { Any, type EntityManager, IsNull, type SelectQueryBuilder } from 'typeorm';
import { type Absence, AbsenceEntity } from './absence.entity.ts';
import type { AbsenceKind, Streak } from './absence.rules.ts';
import { type RollCall, RollCallEntity } from './roll-call.entity.ts';

/** A day on which the class was called while the child was in it. */
export interface CalledDay {
  studentId: string;
  day: string;
  schoolId: string;
  kind: AbsenceKind;
}

export interface RollCallCriteria {
  schoolIds?: readonly string[] | null;
  classIds?: readonly string[] | null;
  from?: string | null;
  to?: string | null;
}

export const ROLL_CALL_ORDERS = {
  DAY_DESC: { name: 'DAY_DESC', properties: ['day'], direction: 'DESC' },
  DAY_ASC: { name: 'DAY_ASC', properties: ['day'], direction: 'ASC' },
} as const satisfies Record<string, PageOrder>;

/** How far back a streak is followed. */
const LOOK_BACK_DAYS = 200;

/** Each day on which the child's class of that day was called, and what was said of the child; `$1` county, `$2` children. */
const CALLED = `
  SELECT sp.student_id, c.day, c.school_id, a.kind FROM school_spell AS sp
  JOIN roll_call AS c ON c.county_code = sp.county_code AND c.class_id = sp.class_id
    AND c.day >= sp.started_on AND (sp.ended_on IS NULL OR c.day < sp.ended_on)
  LEFT JOIN absence AS a ON a.county_code = sp.county_code AND a.student_id = sp.student_id AND a.day = c.day AND a.superseded_at IS NULL
  WHERE sp.county_code = $1 AND sp.student_id = ANY ($2) AND sp.roll_status = 'ACTIVE'`;

export class AttendanceRepository {
  readonly #reader: Reader;

  constructor(reader: Reader) {
    this.#reader = reader;
  }

  findRollCall(countyCode: string, classId: string, day: string): Promise<RollCall | null> {
    return this.#reader.read((manager) => manager.findOneBy(RollCallEntity, { countyCode, classId, day }));
  }

  listRollCalls(countyCode: string, ids: string[]): Promise<RollCall[]> {
    return this.#reader.read((manager) => manager.findBy(RollCallEntity, { countyCode, id: Any(ids) }));
  }

  findRollCallForUpdate(countyCode: string, id: string): Promise<RollCall | null> {
    return this.#reader.read((manager) =>
      manager.findOne(RollCallEntity, { where: { countyCode, id }, lock: { mode: 'pessimistic_write' } }),
    );
  }

  listAbsences(countyCode: string, rollCallIds: string[]): Promise<Absence[]> {
    return this.#reader.read((manager) =>
      manager.find(AbsenceEntity, {
        where: { countyCode, rollCallId: Any(rollCallIds), supersededAt: IsNull() },
        order: { id: 'ASC' },
      }),
    );
  }

  /** False when the class was called on that day before, by whoever. */
  async insertRollCall(rollCall: RollCall): Promise<boolean> {
    const { raw } = (await this.#reader.read((manager) =>
      manager.createQueryBuilder().insert().into(RollCallEntity).values(rollCall).orIgnore().returning('id').execute(),
    )) as { raw: unknown[] };
    return raw.length === 1;
  }

  /** Roll-calls of schools or classes in a time, not yet ordered. */
  matching(countyCode: string, criteria: RollCallCriteria): (manager: EntityManager) => SelectQueryBuilder<RollCall> {
    const { schoolIds, classIds, from, to } = criteria;
    return (manager) => {
      const query = manager
        .createQueryBuilder(RollCallEntity, 'called')
        .where('called.countyCode = :countyCode', { countyCode });
      if (schoolIds) query.andWhere('called.schoolId = ANY(:schoolIds)', { schoolIds });
      if (classIds) query.andWhere('called.classId = ANY(:classIds)', { classIds });
      if (from) query.andWhere('called.day >= :from', { from });
      if (to) query.andWhere('called.day <= :to', { to });
      return query;
    };
  }

  async insertAbsences(absences: readonly Omit<Absence, 'id' | 'supersededAt'>[]): Promise<void> {
    if (absences.length === 0) return;
    const rows = absences.map((absence) => ({ ...absence, id: newId(), supersededAt: null }));
    await this.#reader.read((manager) => manager.insert(AbsenceEntity, rows));
  }

  /** What was said of the children in the roll-call no longer holds; the roll-call has a new version. */
  async supersede({ countyCode, id, version }: RollCall, studentIds: readonly string[], at: Date): Promise<void> {
    const { affected } = await this.#reader.read(async (manager) => {
      await manager.update(
        AbsenceEntity,
        { countyCode, rollCallId: id, studentId: Any([...studentIds]), supersededAt: IsNull() },
        { supersededAt: at },
      );
      return manager.update(RollCallEntity, { countyCode, id, version }, { version: version + 1 });
    });
    if (affected !== 1) throw new Error('A roll-call changed while it was locked.');
  }

  /** The children whom a class expects in the classroom, and where they live. */
  listMembers(countyCode: string, classId: string): Promise<{ id: string; townshipCode: string }[]> {
    return this.#reader.read((manager) =>
      manager.query(
        `SELECT id, township_code AS "townshipCode" FROM student WHERE county_code = $1 AND class_id = $2
           AND roll_status = 'ACTIVE' AND attendance_placement IN ('IN_SCHOOL', 'SUSPECTED_DROPOUT') ORDER BY id`,
        [countyCode, classId],
      ),
    );
  }

  /** Unexcused called days in a row up to a day, of each child that has been called at all; one statement. */
  listStreaks(countyCode: string, studentIds: readonly string[], day: string): Promise<Streak[]> {
    return this.#reader.read((manager) =>
      manager.query(
        `WITH called AS (${CALLED} AND c.day BETWEEN $3::date - ${LOOK_BACK_DAYS} AND $3::date),
              other AS (SELECT student_id, max(day) AS day FROM called WHERE kind IS DISTINCT FROM 'UNEXCUSED' GROUP BY student_id)
         SELECT called.student_id AS "studentId",
                (count(*) FILTER (WHERE other.day IS NULL OR called.day > other.day))::int AS days,
                (min(called.day) FILTER (WHERE other.day IS NULL OR called.day > other.day))::text AS since,
                (max(called.day) FILTER (WHERE kind IS NULL OR kind IN ('PRESENT', 'LATE')))::text AS "lastSeenOn"
         FROM called LEFT JOIN other USING (student_id) GROUP BY called.student_id`,
        [countyCode, studentIds, day],
      ),
    );
  }

  /** Each called day of children after a day and up to another. */
  listCalledDays(
    countyCode: string,
    studentIds: readonly string[],
    { after, upTo }: { after: string; upTo: string },
  ): Promise<CalledDay[]> {
    return this.#reader.read((manager) =>
      manager.query(
        `SELECT student_id AS "studentId", day::text AS day, school_id AS "schoolId", coalesce(kind, 'PRESENT') AS kind
         FROM (${CALLED} AND c.day > $3::date AND c.day <= $4::date) AS called
         ORDER BY student_id, day`,
        [countyCode, studentIds, after, upTo],
      ),
    );
  }

  /** Whether a roll-call shows the child in class on the day. */
  async isProvenInClass(countyCode: string, studentId: string, day: string): Promise<boolean> {
    const proofs: unknown[] = await this.#reader.read((manager) =>
      manager.query(
        `SELECT FROM (${CALLED} AND c.day = $3) AS called WHERE kind IS NULL OR kind IN ('PRESENT', 'LATE')`,
        [countyCode, [studentId], day],
      ),
    );
    return proofs.length > 0;
  }
}
