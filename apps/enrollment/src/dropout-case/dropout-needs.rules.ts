import { addDays, type Day } from '@bureau/calendar';
import type { DropoutStage } from './dropout-case.rules.ts';
import type { CaseNeed } from './dropout-stage.rules.ts';

export interface PaperFacts {
  kind: string;
  servedOn: Day | null;
  dueOn: Day | null;
}

export interface AdvanceFacts {
  persuasions: number;
  hasRegistration: boolean;
  papers: readonly PaperFacts[];
  today: Day;
  persuasionAttempts: number;
}

/** What is still missing before a case may go a stage further (docs/rules/enrollment.md#dropout-cases). */
export function advanceNeeds(to: DropoutStage, facts: AdvanceFacts): CaseNeed[] {
  const { persuasions, hasRegistration, papers, today, persuasionAttempts } = facts;
  const served = (kind: string) => papers.filter((paper) => paper.kind === kind && paper.servedOn !== null);
  const expired = (kind: string) => served(kind).some(({ dueOn }) => dueOn !== null && dueOn < today);
  const needs: CaseNeed[] = [];
  if (to === 'REPORTED_TOWNSHIP' && persuasions < persuasionAttempts) needs.push('PERSUASION_ATTEMPTS');
  if (to === 'REPORTED_TOWNSHIP' && !hasRegistration) needs.push('REGISTRATION_FORM');
  if (to === 'PENALTY' && !expired('NOTICE')) needs.push('NOTICE_SERVED_AND_EXPIRED');
  if (to === 'DEMAND' && served('PENALTY_DECISION').length === 0) needs.push('PENALTY_SERVED');
  if (to === 'JUDICIAL' && !expired('DEMAND')) needs.push('DEMAND_SERVED_AND_EXPIRED');
  return needs;
}

export type CheckState = 'PENDING' | 'PROVEN' | 'FAILED' | 'UNPROVEN';

/** A look at the child after its return, by the roll-calls since the look before. */
export interface ReturnCheck {
  number: number;
  dueOn: Day;
  state: CheckState;
  calledDays: number;
  inClassDays: number;
  unexcusedDays: number;
}

export interface CalledFact {
  day: Day;
  kind: string;
}

/** The follow-up checks after a return: proven by attendance, never by a tick (docs/rules/enrollment.md#dropout-cases). */
export function returnChecks(
  returnedOn: Day,
  called: readonly CalledFact[],
  { checkDays, today }: { checkDays: readonly number[]; today: Day },
): ReturnCheck[] {
  return checkDays.map((days, at) => {
    const after = addDays(returnedOn, (checkDays[at - 1] ?? 0) - Number(at === 0));
    const dueOn = addDays(returnedOn, days);
    const within = called.filter(({ day }) => day > after && day <= dueOn);
    const count = (kinds: readonly string[]) => within.filter(({ kind }) => kinds.includes(kind)).length;
    const [inClassDays, unexcusedDays] = [count(['PRESENT', 'LATE']), count(['UNEXCUSED'])];
    const state = checkState({ isDue: dueOn <= today, inClassDays, unexcusedDays });
    return { number: at + 1, dueOn, state, calledDays: within.length, inClassDays, unexcusedDays };
  });
}

function checkState({
  isDue,
  inClassDays,
  unexcusedDays,
}: {
  isDue: boolean;
  inClassDays: number;
  unexcusedDays: number;
}): CheckState {
  if (unexcusedDays > 0) return 'FAILED';
  if (!isDue) return 'PENDING';
  return inClassDays > 0 ? 'PROVEN' : 'UNPROVEN';
}

export interface ClosingFacts {
  stage: DropoutStage;
  returnedOn: Day | null;
  checks: readonly ReturnCheck[];
  stableDays: number;
  /** Unexcused days in a row that the child's school reports now, while its roll is in force there. */
  absentDays: number;
  today: Day;
}

/** What is still missing before a case may be closed (销号). */
export function closingNeeds({ stage, returnedOn, checks, stableDays, absentDays, today }: ClosingFacts): CaseNeed[] {
  const needs: CaseNeed[] = [];
  if (stage === 'RETURNED' && checks.some(({ state }) => state !== 'PROVEN')) needs.push('CHECKS_PROVEN');
  if (stage === 'RETURNED' && returnedOn !== null && addDays(returnedOn, stableDays) > today) needs.push('STABLE_DAYS');
  if (absentDays > 0) needs.push('NO_ABSENCE_REPORTED');
  return needs;
}

/** The day by which a case must have left its stage; null where none runs. */
export function stageDueOn(stage: DropoutStage, since: Day, stageDays: Readonly<Record<string, number>>): Day | null {
  const days = stageDays[stage];
  return days === undefined ? null : addDays(since, days);
}
