/** What is recorded in a case beside its stages (劝返记录、联系记录、转介). */
export const CASE_ACTION_KINDS = ['CONTACT', 'PERSUASION', 'REFERRAL', 'WELFARE_NOTE', 'STAGE'] as const;
export type CaseActionKind = (typeof CASE_ACTION_KINDS)[number];

export const CHANNELS = ['PHONE', 'ONLINE', 'HOME_VISIT', 'JOINT_VISIT', 'LETTER', 'MEETING'] as const;
export type Channel = (typeof CHANNELS)[number];

/** To which department a case is referred, and for what (部门转介). */
export const REFERRALS = [
  'POLICE_TRACING',
  'CHILD_LABOUR_INSPECTION',
  'INTERNET_CAFE_INSPECTION',
  'MARKET_INSPECTION',
  'PSYCHOLOGICAL_COUNSELLING',
  'STUDENT_AID',
  'CIVIL_AFFAIRS',
] as const;
export type Referral = (typeof REFERRALS)[number];

export interface ActionAsked {
  kind: Exclude<CaseActionKind, 'STAGE'>;
  happenedOn: string;
  participants: readonly string[];
  referral: Referral | null;
  words: string;
}

export type ActionRefusal =
  | { kind: 'DropoutCaseNotFound' }
  | { kind: 'DayInFuture'; today: string }
  | { kind: 'DayBeforeSuspicion'; suspectedOn: string }
  | { kind: 'CaseActionIncomplete'; missing: readonly string[] };

/** Every reason not to record an action; empty when it may be (docs/rules/enrollment.md#dropout-cases). */
export function actionRefusals(
  { kind, happenedOn, participants, referral, words }: ActionAsked,
  { lastSeenOn, today }: { lastSeenOn: string; today: string },
): ActionRefusal[] {
  const refusals: ActionRefusal[] = [];
  if (happenedOn > today) refusals.push({ kind: 'DayInFuture', today });
  if (happenedOn < lastSeenOn) refusals.push({ kind: 'DayBeforeSuspicion', suspectedOn: lastSeenOn });
  const missing: string[] = [];
  if (kind === 'PERSUASION' && participants.length === 0) missing.push('participants');
  if (kind === 'REFERRAL' && referral === null) missing.push('referral');
  if (words.trim() === '') missing.push('words');
  if (missing.length > 0) refusals.push({ kind: 'CaseActionIncomplete', missing });
  return refusals;
}
