import type { SpecialCategory } from '../special-flag/special-flag.rules.ts';

/** On what occasion children are handed over (docs/rules/enrollment.md#hand-over). */
export const HANDOVER_KINDS = [
  'STAGE_TRANSITION',
  'UPPER_TRANSITION',
  'MERGER',
  'TRANSFER',
  'STAFF_CHANGE',
  'SUSPENSION_END',
] as const;
export type HandoverKind = (typeof HANDOVER_KINDS)[number];

export const HANDOVER_STATES = [
  'DRAFT',
  'SENT',
  'RECEIVED',
  'ACKNOWLEDGED',
  'RETURNED_TO_SENDER',
  'ARRIVED',
  'NOT_ARRIVED',
  'CASE_OPENED',
  'CLOSED',
] as const;
/** How far the hand-over of one child has come. */
export type HandoverState = (typeof HANDOVER_STATES)[number];

export const HANDOVER_ACTS = [
  'SEND',
  'RECEIVE',
  'ACKNOWLEDGE',
  'RETURN',
  'ASSIGN',
  'RECORD_ARRIVAL',
  'RECORD_ABSENCE',
  'OPEN_CASE',
  'CLOSE',
] as const;
export type HandoverAct = (typeof HANDOVER_ACTS)[number];

/** Who takes an act: the school that lists, the school that gets, the bureau; or the platform, on the proof of attendance. */
export type HandoverSide = 'SENDER' | 'RECEIVER' | 'BUREAU' | 'ATTENDANCE';

interface Act {
  side: HandoverSide;
  from: readonly HandoverState[];
  to: HandoverState;
}

/** The one table of steps (docs/rules/enrollment.md#hand-over). */
export const HANDOVER_TABLE: Readonly<Record<HandoverAct, Act>> = {
  SEND: { side: 'SENDER', from: ['DRAFT', 'RETURNED_TO_SENDER'], to: 'SENT' },
  RECEIVE: { side: 'RECEIVER', from: ['SENT'], to: 'RECEIVED' },
  ACKNOWLEDGE: { side: 'RECEIVER', from: ['RECEIVED'], to: 'ACKNOWLEDGED' },
  RETURN: { side: 'RECEIVER', from: ['SENT', 'RECEIVED'], to: 'RETURNED_TO_SENDER' },
  ASSIGN: { side: 'BUREAU', from: ['SENT'], to: 'SENT' },
  RECORD_ARRIVAL: { side: 'ATTENDANCE', from: ['ACKNOWLEDGED', 'NOT_ARRIVED', 'CASE_OPENED'], to: 'ARRIVED' },
  RECORD_ABSENCE: { side: 'ATTENDANCE', from: ['SENT', 'RECEIVED', 'ACKNOWLEDGED'], to: 'NOT_ARRIVED' },
  OPEN_CASE: { side: 'ATTENDANCE', from: ['NOT_ARRIVED'], to: 'CASE_OPENED' },
  CLOSE: { side: 'BUREAU', from: ['ARRIVED', 'CASE_OPENED'], to: 'CLOSED' },
};

/** States in which the child has certainly been listed to its receiver: it is not left out. */
export const LISTED_STATES: readonly HandoverState[] = HANDOVER_STATES.filter(
  (state) => state !== 'DRAFT' && state !== 'RETURNED_TO_SENDER',
);

/** States before the receiver has taken the child over: the sender still answers for it. */
const SENDER_ANSWERS: readonly HandoverState[] = ['DRAFT', 'SENT', 'RECEIVED', 'RETURNED_TO_SENDER'];

export interface HandoverPlace {
  state: HandoverState;
  fromSchoolId: string;
  /** Null is the bureau's pool: no school is known to get the child. */
  toSchoolId: string | null;
}

/** The one school that answers for the child at this moment (docs/rules/enrollment.md#hand-over). */
export function responsibleSchoolId({ state, fromSchoolId, toSchoolId }: HandoverPlace): string {
  return SENDER_ANSWERS.includes(state) ? fromSchoolId : (toSchoolId ?? fromSchoolId);
}

/** On which sides of an item an actor stands: the whole county's office is the bureau. */
export function sidesOf(item: HandoverPlace, actor: { reach: string; school?: string }): HandoverSide[] {
  if (actor.reach === 'county') return ['BUREAU'];
  if (actor.reach !== 'school') return [];
  const sides: HandoverSide[] = [];
  if (item.fromSchoolId === actor.school) sides.push('SENDER');
  if (item.toSchoolId === actor.school) sides.push('RECEIVER');
  return sides;
}

/** States in which a day that has passed means that somebody owes a step. */
export const OWED_STATES: readonly HandoverState[] = HANDOVER_STATES.filter(
  (state) => state !== 'ARRIVED' && state !== 'CASE_OPENED' && state !== 'CLOSED',
);

export const isOverdue = ({ state, dueOn }: { state: HandoverState; dueOn: string }, today: string): boolean =>
  OWED_STATES.includes(state) && dueOn < today;

/** The acts that a person on these sides may take now; a pool's item must be assigned before it is acknowledged. */
export function possibleActs(item: HandoverPlace, sides: readonly HandoverSide[]): HandoverAct[] {
  return HANDOVER_ACTS.filter((act) => {
    const { side, from } = HANDOVER_TABLE[act];
    return from.includes(item.state) && sides.includes(side) && !needsSchool(act, item);
  });
}

const needsSchool = (act: HandoverAct, { toSchoolId }: HandoverPlace) =>
  toSchoolId === null && (act === 'RECEIVE' || act === 'ACKNOWLEDGE');

export interface StepAsked {
  act: HandoverAct;
  version: number;
  note: string | null;
  /** Only for SEND and ASSIGN. */
  destination: { id: string | null; isKnown: boolean };
}

export type StepRefusal =
  | { kind: 'HandoverItemNotFound' }
  | { kind: 'HandoverItemChanged'; version: number }
  | { kind: 'HandoverStepNotPossible'; state: HandoverState; possible: readonly HandoverAct[] }
  | { kind: 'HandoverStepNotYours'; side: HandoverSide }
  | { kind: 'HandoverDestinationUnfit' }
  | { kind: 'HandoverNoteMissing' };

export interface StepFacts extends HandoverPlace {
  version: number;
}

/** Every reason not to take a step; empty when it may be taken (docs/rules/enrollment.md#hand-over). */
export function stepRefusals(item: StepFacts, asked: StepAsked, sides: readonly HandoverSide[]): StepRefusal[] {
  const { side, from } = HANDOVER_TABLE[asked.act];
  const refusals: StepRefusal[] = [];
  if (asked.version !== item.version) refusals.push({ kind: 'HandoverItemChanged', version: item.version });
  if (!from.includes(item.state) || needsSchool(asked.act, item))
    refusals.push({ kind: 'HandoverStepNotPossible', state: item.state, possible: possibleActs(item, sides) });
  if (!sides.includes(side)) refusals.push({ kind: 'HandoverStepNotYours', side });
  if (isDestinationUnfit(item, asked)) refusals.push({ kind: 'HandoverDestinationUnfit' });
  if (asked.act === 'RETURN' && !asked.note?.trim()) refusals.push({ kind: 'HandoverNoteMissing' });
  return refusals;
}

function isDestinationUnfit(item: HandoverPlace, { act, destination }: StepAsked): boolean {
  if (act !== 'SEND' && act !== 'ASSIGN') return false;
  if (!destination.isKnown || destination.id === item.fromSchoolId) return true;
  return act === 'ASSIGN' && (item.toSchoolId !== null || destination.id === null);
}

export interface LeavingChild {
  studentId: string;
  categories: readonly SpecialCategory[];
  /** The state of its item on this occasion, if it has one. */
  state: HandoverState | null;
}

/** Special children who would leave without a word to the next school: a class or school with one may not be archived. */
export function leftOut(children: readonly LeavingChild[]): LeavingChild[] {
  return children.filter(
    ({ categories, state }) => categories.length > 0 && (state === null || !LISTED_STATES.includes(state)),
  );
}
