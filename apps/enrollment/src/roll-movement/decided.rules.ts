import type { AttendancePlacement, RollMovementKind, RollStatus, Stage } from '@bureau/codes';
import { isOnRoll, MOVEMENT_TABLE } from './movement-table.rules.ts';

interface Stands {
  id: string;
  schoolId: string;
  classId: string;
  stage: Stage;
  entryYear: number;
  rollStatus: RollStatus;
  attendancePlacement: AttendancePlacement;
}

interface Seat {
  id: string;
  schoolId: string;
  stage: Stage;
  entryYear: number;
}

/** What is told of a movement. */
export interface MovementTold {
  kind: RollMovementKind;
  occurredOn: string;
  placement?: AttendancePlacement | null;
  untilOn?: string | null;
  otherPlace?: string | null;
  reason?: string | null;
  approvalNumber?: string | null;
  approvedOn?: string | null;
  evidence?: readonly { kind: string; reference: string }[] | null;
  note?: string | null;
  cause?: string | null;
}

interface Deciding {
  id: string;
  spellId: string;
  /** The last day in time. */
  due: string | null;
  today: string;
  ruleVersion: string;
}

/** A movement that nothing speaks against, ready for the register. */
export function decidedMovement(
  { input, student, seat }: { input: MovementTold; student: Stands; seat: Seat | null },
  { due, today, ...deciding }: Deciding,
) {
  const { kind, occurredOn, placement = null, untilOn, otherPlace, reason, approvalNumber, approvedOn } = input;
  return {
    ...deciding,
    untilOn: kind === 'SUSPENSION' || kind === 'SUSPENSION_EXTENSION' ? untilOn : null,
    ...{ kind, occurredOn, otherPlace, reason, approvalNumber, approvedOn },
    note: input.note,
    cause: input.cause,
    evidence: input.evidence ?? [],
    studentId: student.id,
    ...decidedStanding(kind, student, { seat, placement }),
    dueOn: due,
    isLate: due !== null && today > due,
  };
}

/** How a child stands after a movement that may be recorded, and whether a spell begins with it. */
export function decidedStanding(
  kind: RollMovementKind,
  before: Stands,
  { seat, placement }: { seat: Seat | null; placement: AttendancePlacement | null },
) {
  const movement = MOVEMENT_TABLE[kind];
  const rollStatus = movement.to === 'SAME' ? before.rollStatus : movement.to;
  // A class that is named where the movement changes none is not taken.
  const place =
    seat && movement.seat !== 'SAME'
      ? { schoolId: seat.schoolId, classId: seat.id, stage: seat.stage, entryYear: seat.entryYear }
      : { schoolId: before.schoolId, classId: before.classId, stage: before.stage, entryYear: before.entryYear };
  const to = { ...place, rollStatus, placement: placementAfter(movement.placement, before, placement) };
  const opens = isOnRoll(rollStatus) && (!isOnRoll(before.rollStatus) || movement.ends !== 'KEPT');
  return { to, ends: movement.ends, opens };
}

function placementAfter(
  rule: (typeof MOVEMENT_TABLE)[RollMovementKind]['placement'],
  before: Stands,
  asked: AttendancePlacement | null,
): AttendancePlacement {
  if (rule === 'SAME') return before.attendancePlacement;
  return rule === 'ASKED' ? (asked ?? before.attendancePlacement) : rule;
}
