import type { Day } from '@bureau/calendar';
import { type ReasonMissing, silence } from '../refusal/refusal.rules.ts';

export const REQUEST_STATES = [
  'REQUESTED',
  'SCHEDULED',
  'ASSESSED',
  'ADVISED',
  'DECIDED',
  'NOTIFIED',
  'ACCEPTED',
  'APPEALED',
  'EFFECTIVE',
  'REVIEW_DUE',
  'SUPERSEDED',
  'WITHDRAWN',
] as const;
export type RequestState = (typeof REQUEST_STATES)[number];

export const REQUEST_ACTS = [
  'SCHEDULE',
  'ASSESS',
  'ADVISE',
  'DECIDE',
  'NOTIFY',
  'ACCEPT',
  'APPEAL',
  'REASSESS',
  'UPHOLD',
  'EFFECT',
  'FALL_DUE',
  'SUPERSEDE',
  'WITHDRAW',
] as const;
export type RequestAct = (typeof REQUEST_ACTS)[number];

/** Whose act: the office for the bureau, an expert of the committee, a school (also for the guardian); no one's, what follows by itself. */
export const PARTIES = ['OFFICE', 'EXPERT', 'SCHOOL'] as const;
export type Party = (typeof PARTIES)[number];

export type Requester = 'GUARDIAN' | 'SCHOOL' | 'BUREAU';
export type RequestReason = 'NEW_ENTRY' | 'TRANSFER' | 'DISPUTE' | 'REVIEW';
export type Expertise = 'EDUCATION' | 'PSYCHOLOGY' | 'REHABILITATION' | 'SOCIAL_WORK' | 'MEDICINE';

/** The acts that need nothing but a reason; the others bring something with them and have a mutation of their own. */
export const PLAIN_ACTS = ['NOTIFY', 'ACCEPT', 'APPEAL', 'REASSESS', 'UPHOLD', 'FALL_DUE', 'WITHDRAW'] as const;
export type PlainAct = (typeof PLAIN_ACTS)[number];

interface Transition {
  from: readonly RequestState[];
  to: RequestState;
  by: readonly Party[];
  needsReason: boolean;
}

const act = (
  from: readonly RequestState[],
  to: RequestState,
  by: readonly Party[],
  needsReason = false,
): Transition => ({
  from,
  to,
  by,
  needsReason,
});

/**
 * The one table of the way from a request to a placement.
 *
 * @see docs/rules/special-education.md#assessment
 */
export const TRANSITIONS: Readonly<Record<RequestAct, Transition>> = {
  SCHEDULE: act(['REQUESTED'], 'SCHEDULED', ['OFFICE']),
  ASSESS: act(['SCHEDULED'], 'ASSESSED', ['OFFICE', 'EXPERT']),
  ADVISE: act(['ASSESSED'], 'ADVISED', ['OFFICE']),
  DECIDE: act(['ADVISED'], 'DECIDED', ['OFFICE']),
  NOTIFY: act(['DECIDED'], 'NOTIFIED', ['OFFICE']),
  ACCEPT: act(['NOTIFIED'], 'ACCEPTED', ['OFFICE', 'SCHOOL']),
  APPEAL: act(['NOTIFIED'], 'APPEALED', ['OFFICE', 'SCHOOL'], true),
  REASSESS: act(['APPEALED'], 'SCHEDULED', ['OFFICE'], true),
  UPHOLD: act(['APPEALED'], 'ACCEPTED', ['OFFICE'], true),
  EFFECT: act(['ACCEPTED'], 'EFFECTIVE', ['OFFICE']),
  FALL_DUE: act(['EFFECTIVE'], 'REVIEW_DUE', ['OFFICE']),
  SUPERSEDE: act(['EFFECTIVE', 'REVIEW_DUE'], 'SUPERSEDED', []),
  WITHDRAW: act(['REQUESTED', 'SCHEDULED', 'ASSESSED', 'ADVISED'], 'WITHDRAWN', ['OFFICE'], true),
};

/** Stages at which a request is under way: a child has one at a time. */
export const UNDER_WAY: readonly RequestState[] = [
  'REQUESTED',
  'SCHEDULED',
  'ASSESSED',
  'ADVISED',
  'DECIDED',
  'NOTIFIED',
  'ACCEPTED',
  'APPEALED',
];

export type ActRefusal =
  | { kind: 'AssessmentActNotDue'; state: RequestState; acts: RequestAct[] }
  | { kind: 'AssessmentActOfOthers'; parties: Party[] };

/** What somebody may do with a request at a stage. */
export function possibleActs(state: RequestState, parties: readonly Party[]): RequestAct[] {
  return REQUEST_ACTS.filter((name) => {
    const { from, by } = TRANSITIONS[name];
    return from.includes(state) && by.some((party) => parties.includes(party));
  });
}

/** Every reason why an act is not done; empty when it may be. */
export function actRefusals(
  name: RequestAct,
  { state, parties }: { state: RequestState; parties: readonly Party[] },
): ActRefusal[] {
  const { from, by } = TRANSITIONS[name];
  if (!by.some((party) => parties.includes(party))) return [{ kind: 'AssessmentActOfOthers', parties: [...by] }];
  if (!from.includes(state)) return [{ kind: 'AssessmentActNotDue', state, acts: possibleActs(state, parties) }];
  return [];
}

/** Empty when the act needs no reason, or has one. */
export function reasonRefusals(name: RequestAct, reason: string | null | undefined): ReasonMissing[] {
  return TRANSITIONS[name].needsReason ? silence('reason', reason) : [];
}

/** A committee that is too small (残疾人教育条例 art. 20; the number is the county's). */
export function quorumRefusals(members: readonly { subject: string }[], quorum: number) {
  const count = new Set(members.map(({ subject }) => subject)).size;
  return count >= quorum ? [] : [{ kind: 'CommitteeBelowQuorum' as const, members: count, quorum }];
}

/** The guardian's time to appeal has passed. */
export function appealRefusals(dueOn: Day | null, actedOn: Day) {
  return dueOn === null || actedOn <= dueOn ? [] : [{ kind: 'AppealPeriodOver' as const, endedOn: dueOn }];
}
