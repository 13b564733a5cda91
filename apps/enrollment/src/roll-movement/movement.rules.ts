import { addMonths, addWorkingDays, schoolYearOf, type WorkingCalendar } from '@bureau/calendar';
import type { AttendancePlacement, RollMovementKind, RollStatus, Stage } from '@bureau/codes';
import type { Broken } from '../rule-broken/rule-broken.rules.ts';
import { MOVEMENT_TABLE, isSenior } from './movement-table.rules.ts';
import { seatRefusals, type SeatFacts } from './seat.rules.ts';
import type { SeatCode } from './seat.rules.ts';

export type MovementCode =
  | 'STUDENT_NOT_FOUND'
  | 'RECORD_CHANGED'
  | 'MOVEMENT_NOT_POSSIBLE'
  | 'COMPULSORY_STAGE'
  | 'DAY_IN_FUTURE'
  | 'DAY_BEFORE_BIRTH'
  | 'MOVEMENT_OUT_OF_ORDER'
  | 'EVIDENCE_MISSING'
  | 'PLACEMENT_MISSING'
  | 'PLACEMENT_UNFIT'
  | 'UNTIL_MISSING'
  | 'UNTIL_UNFIT'
  | 'REPEAT_NOT_ALLOWED'
  | 'SKIP_NOT_ALLOWED'
  | 'OTHER_PLACE_MISSING'
  | SeatCode;

export type MovementRefusal = Broken<MovementCode>;

export interface MovementAsked {
  kind: RollMovementKind;
  occurredOn: string;
  version: number;
  placement?: AttendancePlacement | null;
  untilOn?: string | null;
  otherPlace?: string | null;
  evidence?: readonly { kind: string; reference: string }[] | null;
  /** The class asked for. */
  toClass?: string | null;
}

export interface MovementFacts {
  student: {
    version: number;
    bornOn: string;
    stage: Stage;
    entryYear: number;
    rollStatus: RollStatus;
    attendancePlacement: AttendancePlacement;
    schoolId: string;
    classId: string;
  };
  /** The day on which the child came to stand as it stands. */
  standsSince: string;
  /** The last day of the suspension that runs. */
  suspendedUntil: string | null;
  /** The class asked for, where there is one in sight. */
  seat: SeatFacts | null;
  today: string;
  settings: {
    'suspension.maxMonths': number;
    'grade.repeatAllowed': boolean;
    'grade.skipAllowed': boolean;
    'movement.evidence': Readonly<Record<string, readonly string[]>>;
  };
}

type Asking = (asked: MovementAsked, facts: MovementFacts) => MovementRefusal[];

/** Every reason why a movement cannot be recorded; empty when it can (docs/rules/enrollment.md#movements). */
export function movementRefusals(asked: MovementAsked, facts: MovementFacts): MovementRefusal[] {
  const { kind, version } = asked;
  const { student } = facts;
  if (version !== student.version)
    return [{ code: 'RECORD_CHANGED', field: 'version', limit: student.version, found: version }];
  const { from, isSeniorOnly } = MOVEMENT_TABLE[kind];
  if (isSeniorOnly && !isSenior(student.stage))
    return [
      { code: 'COMPULSORY_STAGE', field: 'kind', found: student.stage, allowed: ['SENIOR_SECONDARY', 'VOCATIONAL'] },
    ];
  if (!from.includes(student.rollStatus))
    return [{ code: 'MOVEMENT_NOT_POSSIBLE', field: 'kind', found: student.rollStatus, allowed: from }];
  return [dayRefusals, evidenceRefusals, placementRefusals, untilRefusals, gradeRefusals, seatAsked].flatMap((asking) =>
    asking(asked, facts),
  );
}

const dayRefusals: Asking = ({ occurredOn, kind }, { student, standsSince, today }) => {
  const refusals: MovementRefusal[] = [];
  if (occurredOn > today)
    refusals.push({ code: 'DAY_IN_FUTURE', field: 'occurredOn', limit: today, found: occurredOn });
  if (occurredOn < student.bornOn) refusals.push({ code: 'DAY_BEFORE_BIRTH', field: 'occurredOn', found: occurredOn });
  if (occurredOn < standsSince && kind !== 'PARTICULARS_CORRECTION')
    refusals.push({ code: 'MOVEMENT_OUT_OF_ORDER', field: 'occurredOn', limit: standsSince, found: occurredOn });
  return refusals;
};

const evidenceRefusals: Asking = ({ kind, evidence, otherPlace }, { settings }) => {
  const named = (evidence ?? []).filter(({ reference }) => reference.trim() !== '').map((one) => one.kind);
  const missing = (settings['movement.evidence'][kind] ?? []).filter((wanted) => !named.includes(wanted));
  const refusals: MovementRefusal[] = [];
  if (missing.length > 0) refusals.push({ code: 'EVIDENCE_MISSING', field: 'evidence', allowed: missing });
  if (kind === 'GOING_ABROAD' && !otherPlace) refusals.push({ code: 'OTHER_PLACE_MISSING', field: 'otherPlace' });
  return refusals;
};

const placementRefusals: Asking = ({ kind, placement }, { student }) => {
  const movement = MOVEMENT_TABLE[kind];
  if (movement.placement !== 'ASKED') return [];
  const allowed = (movement.placements ?? []).filter(
    (one) => kind !== 'PLACEMENT_CHANGE' || one !== student.attendancePlacement,
  );
  if (!placement) return [{ code: 'PLACEMENT_MISSING', field: 'placement', allowed }];
  return allowed.includes(placement)
    ? []
    : [{ code: 'PLACEMENT_UNFIT', field: 'placement', allowed, found: placement }];
};

const untilRefusals: Asking = ({ kind, occurredOn, untilOn }, { settings, suspendedUntil }) => {
  if (kind !== 'SUSPENSION' && kind !== 'SUSPENSION_EXTENSION') return [];
  const start = kind === 'SUSPENSION_EXTENSION' && suspendedUntil ? suspendedUntil : occurredOn;
  const latest = addMonths(start, settings['suspension.maxMonths']);
  if (!untilOn) return [{ code: 'UNTIL_MISSING', field: 'untilOn', limit: latest }];
  const fits = untilOn > start && untilOn > occurredOn && untilOn <= latest;
  return fits ? [] : [{ code: 'UNTIL_UNFIT', field: 'untilOn', limit: latest, found: untilOn }];
};

const gradeRefusals: Asking = ({ kind }, { settings, student }) => {
  if (kind === 'GRADE_REPEAT' && !settings['grade.repeatAllowed'] && !isSenior(student.stage))
    return [{ code: 'REPEAT_NOT_ALLOWED', field: 'kind' }];
  if (kind === 'GRADE_SKIP' && !settings['grade.skipAllowed']) return [{ code: 'SKIP_NOT_ALLOWED', field: 'kind' }];
  return [];
};

const seatAsked: Asking = ({ kind, toClass, occurredOn }, { seat, student }) =>
  seatRefusals({ rule: MOVEMENT_TABLE[kind].seat, toClass, schoolYear: schoolYearOf(occurredOn) }, seat, student);

export interface Deadlines {
  fileDeadlineMonths: number;
  deathWorkingDays: number;
  correctionWorkingDays: number;
}

/** The last day on which a movement is recorded in time; null where no rule sets one. */
export function dueOn(
  kind: RollMovementKind,
  occurredOn: string,
  terms: Deadlines,
  calendar: WorkingCalendar,
): string | null {
  if (kind === 'INITIAL_REGISTRATION') return addMonths(occurredOn, terms.fileDeadlineMonths);
  if (kind === 'DEATH') return addWorkingDays(occurredOn, terms.deathWorkingDays, calendar);
  if (kind === 'PARTICULARS_CORRECTION') return addWorkingDays(occurredOn, terms.correctionWorkingDays, calendar);
  return null;
}
