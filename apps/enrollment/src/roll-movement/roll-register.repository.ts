import { newEvent, recordEvents, studentChanged } from '@bureau/events';
import { schoolYearOf } from '@bureau/calendar';
import type { AttendancePlacement, RollMovementKind, RollStatus, Stage } from '@bureau/codes';
import type { EntityManager } from 'typeorm';
import { gradeIn } from '../school-class/school-class.rules.ts';
import type { MovementEnd } from './movement-table.rules.ts';
import type { Evidence } from './roll-movement.entity.ts';

/** A movement that was decided, ready to be written. */
export interface DecidedMovement {
  id: string;
  studentId: string;
  kind: RollMovementKind;
  occurredOn: string;
  ends: MovementEnd;
  /** How the child stands afterwards. */
  to: {
    schoolId: string;
    classId: string;
    stage: Stage;
    entryYear: number;
    rollStatus: RollStatus;
    placement: AttendancePlacement;
  };
  /** Whether a spell begins: the child is on a roll afterwards, in another way than before. */
  opens: boolean;
  dueOn: string | null;
  isLate: boolean;
  ruleVersion: string;
  untilOn?: string | null | undefined;
  reason?: string | null | undefined;
  approvalNumber?: string | null | undefined;
  approvedOn?: string | null | undefined;
  otherPlace?: string | null | undefined;
  evidence?: readonly Evidence[] | undefined;
  note?: string | null | undefined;
  cause?: string | null | undefined;
}

export interface Writing {
  countyCode: string;
  by: string;
  at: Date;
  reactions: readonly MovementReaction[];
}

/** What another slice of this office does when movements are written, in their transaction: close a case, send a packet. */
export type MovementReaction = (
  manager: EntityManager,
  writing: Omit<Writing, 'reactions'>,
  movements: readonly DecidedMovement[],
) => Promise<void>;

const ROWS = `jsonb_to_recordset($2) AS m ("studentId" uuid, id uuid, kind text, "occurredOn" date, ends text, opens boolean,
  "schoolId" uuid, "classId" uuid, stage text, "entryYear" smallint, "rollStatus" text, placement text, "spellId" uuid,
  "dueOn" date, "isLate" boolean, "ruleVersion" text, "untilOn" date, reason text, "approvalNumber" text, "approvedOn" date,
  "otherPlace" text, evidence jsonb, note text, cause text)`;

const REGISTER = `
  INSERT INTO roll_movement (county_code, id, student_id, kind, occurred_on, recorded_at, recorded_by, rule_version, due_on, is_late,
    from_school_id, from_class_id, from_stage, from_entry_year, from_roll_status, from_placement,
    to_school_id, to_class_id, to_stage, to_entry_year, to_roll_status, to_placement,
    until_on, reason, approval_number, approved_on, other_place, evidence, note, cause)
  SELECT $1, m.id, m."studentId", m.kind, m."occurredOn", $3, $4, m."ruleVersion", m."dueOn", m."isLate",
    before.school_id, before.class_id, before.stage, before.entry_year, before.roll_status, before.attendance_placement,
    m."schoolId", m."classId", m.stage, m."entryYear", m."rollStatus", m.placement,
    m."untilOn", m.reason, m."approvalNumber", m."approvedOn", m."otherPlace", coalesce(m.evidence, '[]'), m.note, m.cause
  FROM ${ROWS} LEFT JOIN student AS before
    ON before.county_code = $1 AND before.id = m."studentId" AND m.kind <> 'INITIAL_REGISTRATION'`;

const END_SPELLS = `
  UPDATE school_spell AS spell SET ended_on = m."occurredOn", ended_by = m.ends FROM ${ROWS}
  WHERE spell.county_code = $1 AND spell.student_id = m."studentId" AND spell.ended_on IS NULL AND m.ends <> 'KEPT'`;

const OPEN_SPELLS = `
  INSERT INTO school_spell (county_code, id, student_id, school_id, class_id, township_code, stage, roll_status, attendance_placement, started_on)
  SELECT $1, m."spellId", m."studentId", m."schoolId", m."classId", school.township_code, m.stage, m."rollStatus", m.placement, m."occurredOn"
  FROM ${ROWS} JOIN school ON school.county_code = $1 AND school.id = m."schoolId" WHERE m.opens`;

const STAND = `
  UPDATE student SET school_id = m."schoolId", class_id = m."classId", stage = m.stage, entry_year = m."entryYear",
    roll_status = m."rollStatus", attendance_placement = m.placement,
    version = student.version + CASE WHEN m.kind = 'INITIAL_REGISTRATION' THEN 0 ELSE 1 END
  FROM ${ROWS} WHERE student.county_code = $1 AND student.id = m."studentId"
  RETURNING student.id, student.name, student.sex, to_char(student.born_on, 'YYYY-MM-DD') AS "bornOn", student.township_code AS "townshipCode",
    student.boarding, encode(student.identity_number_index, 'hex') AS "identityIndex", student.version`;

const TOLD = `
  SELECT m.id, m.from_school_id AS "fromSchoolId", m.from_roll_status AS "fromRollStatus", m.from_placement AS "fromPlacement"
  FROM roll_movement AS m WHERE m.county_code = $1 AND m.id = ANY ($2)`;

interface Stood {
  id: string;
  name: string;
  sex: '0' | '1' | '2' | '9';
  bornOn: string;
  townshipCode: string;
  boarding: '1' | '2' | '3' | '9';
  identityIndex: string | null;
  version: number;
}

interface Told {
  id: string;
  fromSchoolId: string | null;
  fromRollStatus: RollStatus | null;
  fromPlacement: AttendancePlacement | null;
}

const MOVEMENTS_PER_WRITE = 5_000;

/**
 * Writes decided movements, one or a county's: the register, the end of the spell before, the child's standing, the
 * spell that begins, and the event, in the caller's transaction, in which the children are locked. Seven statements for 5 000.
 */
export async function writeMovements(
  manager: EntityManager,
  writing: Writing,
  movements: readonly (DecidedMovement & { spellId: string })[],
): Promise<void> {
  for (let from = 0; from < movements.length; from += MOVEMENTS_PER_WRITE)
    await writeSome(manager, writing, movements.slice(from, from + MOVEMENTS_PER_WRITE));
}

async function writeSome(
  manager: EntityManager,
  { countyCode, by, at, reactions }: Writing,
  movements: readonly (DecidedMovement & { spellId: string })[],
): Promise<void> {
  const rows = JSON.stringify(movements.map(({ to, ...movement }) => ({ ...movement, ...to })));
  await manager.query(REGISTER, [countyCode, rows, at, by]);
  await manager.query(END_SPELLS, [countyCode, rows]);
  const [stood]: [Stood[], number] = await manager.query(STAND, [countyCode, rows]);
  if (stood.length !== movements.length) throw new Error('A movement is about a child that is not there.');
  await manager.query(OPEN_SPELLS, [countyCode, rows]);
  const told: Told[] = await manager.query(TOLD, [countyCode, movements.map(({ id }) => id)]);
  const children = new Map(stood.map((child) => [child.id, child]));
  const befores = new Map(told.map((before) => [before.id, before]));
  await recordEvents(
    manager,
    movements.flatMap((movement) => {
      const [child, before] = [children.get(movement.studentId), befores.get(movement.id)];
      return child && before ? [eventOf(countyCode, movement, child, before)] : [];
    }),
    at,
  );
  for (const react of reactions) await react(manager, { countyCode, by, at }, movements);
}

function eventOf(countyCode: string, movement: DecidedMovement, child: Stood, before: Told) {
  const { to, occurredOn, kind, untilOn = null, cause = null } = movement;
  return newEvent(studentChanged, countyCode, {
    ...child,
    schoolId: to.schoolId,
    classId: to.classId,
    stage: to.stage,
    grade: gradeIn(schoolYearOf(occurredOn), to),
    rollStatus: to.rollStatus,
    attendancePlacement: to.placement,
    effectiveOn: occurredOn,
    movement: { kind, untilOn, cause, ...before },
  });
}
