import type { AttendancePlacement, RollMovementKind, RollStatus, Stage } from '@bureau/codes';

export type CompulsoryStage = 'PRIMARY' | 'JUNIOR_SECONDARY';
type SeniorRollStatus = 'WITHDRAWN' | 'EXPELLED' | 'LEFT_INCOMPLETE';

/**
 * How a child stands on the roll. In the compulsory years and before nobody is withdrawn or expelled, nor leaves without
 * finishing: there is no such standing (义务教育法 art. 27).
 */
export type Standing =
  | { stage: Exclude<Stage, 'SENIOR_SECONDARY' | 'VOCATIONAL'>; rollStatus: Exclude<RollStatus, SeniorRollStatus> }
  | { stage: 'SENIOR_SECONDARY' | 'VOCATIONAL'; rollStatus: RollStatus };

/** How the spell before a movement ends; `KEPT` when it runs on. */
export type MovementEnd =
  | 'STATUS_CHANGED'
  | 'CLASS_CHANGED'
  | 'TRANSFERRED_WITHIN_COUNTY'
  | 'TRANSFERRED_OUT'
  | 'GRADUATED'
  | 'COMPLETED'
  | 'ABROAD'
  | 'WITHDRAWN'
  | 'DROPPED_OUT'
  | 'DECEASED'
  | 'CANCELLED'
  | 'LEFT_INCOMPLETE'
  | 'EXPELLED'
  | 'KEPT';

export interface Movement {
  /** The statuses it starts from; empty: the child is on no roll of the county yet. */
  from: readonly RollStatus[];
  to: RollStatus | 'SAME';
  /** `ASKED`: the caller names it, out of `placements`. */
  placement: AttendancePlacement | 'SAME' | 'ASKED';
  placements?: readonly AttendancePlacement[];
  ends: MovementEnd;
  /** Where the child sits afterwards: its class as it is, or one that the caller names, as the rule wants it. */
  seat: 'SAME' | 'SAME_GRADE' | 'ANY_GRADE' | 'GRADE_ABOVE' | 'GRADE_BELOW' | 'OPTIONAL';
  /** Who records it alone: a school for itself, the county, or only the act that it belongs to. */
  by: 'SCHOOL' | 'COUNTY' | 'ACT';
  isSeniorOnly?: true;
}

const ON_ROLL = ['PRE_REGISTERED', 'ACTIVE', 'SUSPENDED', 'DROPPED_OUT', 'MISSING'] as const;
const LEFT = [
  'TRANSFERRED_OUT',
  'ABROAD',
  'GRADUATED',
  'COMPLETED',
  'LEFT_INCOMPLETE',
  'WITHDRAWN',
  'EXPELLED',
] as const;
const TAUGHT = [
  'IN_SCHOOL',
  'HOME_TEACHING',
  'SPECIALISED_SCHOOL',
  'EXTERNAL_SPECIAL_SCHOOL',
  'EXTERNAL_OTHER',
] as const;
type From = readonly RollStatus[];
type To = Movement['to'];
type By = Movement['by'];

/** The child stays where it is. */
const stays = (from: From, to: To, ends: MovementEnd, by: By): Movement => ({
  ...{ from, to, ends, by },
  placement: 'SAME',
  seat: 'SAME',
});
/** The child is no longer at school. */
const goes = (from: From, to: To, ends: MovementEnd, by: By): Movement => ({
  ...{ from, to, ends, by },
  placement: 'OTHER_LEFT',
  seat: 'SAME',
});
/** The child is at school again, or for the first time. */
const comes = (from: From, to: To, ends: MovementEnd, at: Pick<Movement, 'seat' | 'by'>): Movement => ({
  ...{ from, to, ends, ...at },
  placement: 'IN_SCHOOL',
});
const senior = (movement: Movement): Movement => ({ ...movement, isSeniorOnly: true });
const ANYBODY: From = [...ON_ROLL, ...LEFT];
const STAY_AWAY = ['LONG_LEAVE', 'SUSPECTED_DROPOUT', 'OTHER_LEFT'] as const;

/** Every movement, in one table (docs/rules/enrollment.md#movements): roll status and placement before and after. */
export const MOVEMENT_TABLE: Readonly<Record<RollMovementKind, Movement>> = {
  INITIAL_REGISTRATION: comes([], 'PRE_REGISTERED', 'KEPT', { seat: 'ANY_GRADE', by: 'ACT' }),
  ROLL_CONFIRMATION: stays(['PRE_REGISTERED'], 'ACTIVE', 'STATUS_CHANGED', 'COUNTY'),
  PROMOTION: stays(ON_ROLL, 'SAME', 'KEPT', 'ACT'),
  STAGE_TRANSFER: comes(['GRADUATED'], 'PRE_REGISTERED', 'KEPT', { seat: 'ANY_GRADE', by: 'ACT' }),
  TRANSFER_WITHIN_COUNTY: comes(['ACTIVE'], 'SAME', 'TRANSFERRED_WITHIN_COUNTY', { seat: 'ANY_GRADE', by: 'ACT' }),
  TRANSFER_OUT: goes(['ACTIVE'], 'TRANSFERRED_OUT', 'TRANSFERRED_OUT', 'ACT'),
  TRANSFER_IN: comes(['TRANSFERRED_OUT'], 'ACTIVE', 'KEPT', { seat: 'ANY_GRADE', by: 'ACT' }),
  SUSPENSION: goes(['ACTIVE'], 'SUSPENDED', 'STATUS_CHANGED', 'COUNTY'),
  SUSPENSION_EXTENSION: stays(['SUSPENDED'], 'SUSPENDED', 'KEPT', 'COUNTY'),
  RESUMPTION: comes(['SUSPENDED'], 'ACTIVE', 'STATUS_CHANGED', { seat: 'OPTIONAL', by: 'COUNTY' }),
  GRADE_SKIP: { ...stays(['ACTIVE'], 'ACTIVE', 'CLASS_CHANGED', 'COUNTY'), seat: 'GRADE_ABOVE' },
  GRADE_REPEAT: { ...stays(['ACTIVE'], 'ACTIVE', 'CLASS_CHANGED', 'COUNTY'), seat: 'GRADE_BELOW' },
  CLASS_CHANGE: { ...stays(ON_ROLL, 'SAME', 'CLASS_CHANGED', 'SCHOOL'), seat: 'SAME_GRADE' },
  GOING_ABROAD: goes(['ACTIVE', 'SUSPENDED'], 'ABROAD', 'ABROAD', 'COUNTY'),
  RETURN_FROM_ABROAD: comes(['ABROAD'], 'ACTIVE', 'KEPT', { seat: 'ANY_GRADE', by: 'COUNTY' }),
  DEATH: goes(ANYBODY, 'DECEASED', 'DECEASED', 'COUNTY'),
  DROPOUT: goes(['ACTIVE', 'SUSPENDED'], 'DROPPED_OUT', 'DROPPED_OUT', 'ACT'),
  RETURN_FROM_DROPOUT: {
    ...comes(['DROPPED_OUT'], 'ACTIVE', 'STATUS_CHANGED', { seat: 'OPTIONAL', by: 'ACT' }),
    placement: 'ASKED',
    placements: TAUGHT,
  },
  DISAPPEARANCE: goes(['ACTIVE', 'SUSPENDED', 'DROPPED_OUT'], 'MISSING', 'STATUS_CHANGED', 'SCHOOL'),
  REAPPEARANCE: comes(['MISSING'], 'ACTIVE', 'STATUS_CHANGED', { seat: 'OPTIONAL', by: 'COUNTY' }),
  PLACEMENT_CHANGE: {
    ...stays(['ACTIVE'], 'ACTIVE', 'STATUS_CHANGED', 'SCHOOL'),
    placement: 'ASKED',
    placements: [...TAUGHT, ...STAY_AWAY],
  },
  GRADUATION: goes(['ACTIVE'], 'GRADUATED', 'GRADUATED', 'ACT'),
  COMPLETION: goes(['ACTIVE'], 'COMPLETED', 'COMPLETED', 'ACT'),
  LEAVING_INCOMPLETE: senior(goes(['ACTIVE'], 'LEFT_INCOMPLETE', 'LEFT_INCOMPLETE', 'COUNTY')),
  WITHDRAWAL: senior(goes(['ACTIVE', 'SUSPENDED'], 'WITHDRAWN', 'WITHDRAWN', 'COUNTY')),
  EXPULSION: senior(goes(['ACTIVE'], 'EXPELLED', 'EXPELLED', 'COUNTY')),
  SCHOOL_MERGER: { ...stays(ON_ROLL, 'SAME', 'TRANSFERRED_WITHIN_COUNTY', 'ACT'), seat: 'ANY_GRADE' },
  SCHOOL_CLOSURE: { ...stays(ON_ROLL, 'SAME', 'TRANSFERRED_WITHIN_COUNTY', 'ACT'), seat: 'ANY_GRADE' },
  CANCELLATION: goes(ANYBODY, 'CANCELLED', 'CANCELLED', 'COUNTY'),
  RESTORATION: comes(['CANCELLED'], 'ACTIVE', 'KEPT', { seat: 'OPTIONAL', by: 'COUNTY' }),
  PARTICULARS_CORRECTION: stays([...ANYBODY, 'DECEASED', 'CANCELLED'], 'SAME', 'KEPT', 'ACT'),
};

/** The statuses of a child that is on a roll: its spell runs. */
export const isOnRoll = (status: RollStatus): boolean => ON_ROLL.some((one) => one === status);

export const isSenior = (stage: Stage): stage is 'SENIOR_SECONDARY' | 'VOCATIONAL' =>
  stage === 'SENIOR_SECONDARY' || stage === 'VOCATIONAL';

/** The standing a movement leads to; null when it starts from another, or the stage has no such standing. */
export function standingAfter(
  kind: RollMovementKind,
  { stage, rollStatus }: { stage: Stage; rollStatus: RollStatus },
): Standing | null {
  const { from, to, isSeniorOnly } = MOVEMENT_TABLE[kind];
  if (!from.includes(rollStatus) || (isSeniorOnly && !isSenior(stage))) return null;
  const next = to === 'SAME' ? rollStatus : to;
  if (isSenior(stage)) return { stage, rollStatus: next };
  return next === 'WITHDRAWN' || next === 'EXPELLED' || next === 'LEFT_INCOMPLETE' ? null : { stage, rollStatus: next };
}
