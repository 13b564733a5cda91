import type { RollStatus } from '@bureau/codes';

export const DROPOUT_STAGES = [
  'WATCH',
  'SUSPECTED',
  'SCHOOL_PERSUASION',
  'REPORTED_TOWNSHIP',
  'TRIPLE_LINKAGE',
  'NOTICE',
  'PENALTY',
  'DEMAND',
  'JUDICIAL',
  'RETURNED',
  'OTHER_RESOLVED',
  'CLOSED',
] as const;

/** The stages of a case, in order of escalation (docs/rules/enrollment.md#dropout-cases). */
export type DropoutStage = (typeof DROPOUT_STAGES)[number];

/** The stages at which a case no longer stands. */
export const ENDED_STAGES: readonly DropoutStage[] = ['RETURNED', 'OTHER_RESOLVED', 'CLOSED'];

export const isOpen = (stage: DropoutStage): boolean => !ENDED_STAGES.includes(stage);

/** Statuses of a child who is on a roll and so can drop out of it (docs/rules/enrollment.md#standing). */
const ON_ROLL: readonly RollStatus[] = ['PRE_REGISTERED', 'ACTIVE', 'SUSPENDED'];

/** R04: the school must look into it at once (docs/rules/enrollment.md#dropout-reasons). */
export const BULLYING_REASON = 'R04';

export interface OpeningAsked {
  lastSeenOn: string;
  reasonCode: string;
}

export interface OpeningFacts {
  rollStatus: RollStatus;
  openCaseId: string | null;
  knownReasons: readonly string[];
  today: string;
}

export type OpeningRefusal =
  | { kind: 'StudentNotFound' }
  | { kind: 'StudentNotOnRoll'; rollStatus: RollStatus }
  | { kind: 'DropoutCaseAlreadyOpen'; dropoutCaseId: string | null }
  | { kind: 'DayInFuture'; today: string }
  | { kind: 'ReasonUnknown'; known: readonly string[] };

/** Every reason not to open a case about a child; empty when it may be opened (docs/rules/enrollment.md#dropout-cases). */
export function openingRefusals(asked: OpeningAsked, facts: OpeningFacts): OpeningRefusal[] {
  const { rollStatus, openCaseId, knownReasons, today } = facts;
  const refusals: OpeningRefusal[] = [];
  if (!ON_ROLL.includes(rollStatus)) refusals.push({ kind: 'StudentNotOnRoll', rollStatus });
  if (openCaseId) refusals.push({ kind: 'DropoutCaseAlreadyOpen', dropoutCaseId: openCaseId });
  if (asked.lastSeenOn > today) refusals.push({ kind: 'DayInFuture', today });
  if (!knownReasons.includes(asked.reasonCode)) refusals.push({ kind: 'ReasonUnknown', known: knownReasons });
  return refusals;
}

export interface ReturnableCase {
  stage: DropoutStage;
  suspectedOn: string;
  version: number;
}

export type ReturnRefusal =
  | { kind: 'DropoutCaseNotFound' }
  | { kind: 'DropoutCaseNotOpen'; stage: DropoutStage }
  | { kind: 'DropoutCaseChanged'; version: number }
  | { kind: 'DayInFuture'; today: string }
  | { kind: 'DayBeforeSuspicion'; suspectedOn: string }
  | { kind: 'DropoutReturnUnproven' }
  | { kind: 'DropoutReturnNotYours' };

/** Every reason not to record a return to class; empty when it may be recorded (docs/rules/enrollment.md#dropout-cases). */
export function returnRefusals(
  { stage, suspectedOn, version }: ReturnableCase,
  asked: { version: number; returnedOn: string },
  { today, isProven, isSchool }: { today: string; isProven: boolean; isSchool: boolean },
): ReturnRefusal[] {
  const refusals: ReturnRefusal[] = [];
  if (!isOpen(stage)) refusals.push({ kind: 'DropoutCaseNotOpen', stage });
  if (asked.version !== version) refusals.push({ kind: 'DropoutCaseChanged', version });
  if (asked.returnedOn > today) refusals.push({ kind: 'DayInFuture', today });
  if (asked.returnedOn < suspectedOn) refusals.push({ kind: 'DayBeforeSuspicion', suspectedOn });
  if (!isProven) refusals.push({ kind: 'DropoutReturnUnproven' });
  if (!isSchool) refusals.push({ kind: 'DropoutReturnNotYours' });
  return refusals;
}
