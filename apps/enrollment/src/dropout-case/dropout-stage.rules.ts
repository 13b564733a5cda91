import { DROPOUT_STAGES, type DropoutStage, isOpen } from './dropout-case.rules.ts';

/** Who acts in a case: the class teacher, the school, the township's people, the bureau. */
export const CASE_SIDES = ['CLASS', 'SCHOOL', 'TOWNSHIP', 'BUREAU'] as const;
export type CaseSide = (typeof CASE_SIDES)[number];

export const CASE_STEPS = ['ADVANCE', 'RETURN', 'RESOLVE', 'CLOSE', 'REOPEN'] as const;
export type CaseStep = (typeof CASE_STEPS)[number];

interface Way {
  step: CaseStep;
  to: DropoutStage;
  by: readonly CaseSide[];
}

const SCHOOL: readonly CaseSide[] = ['CLASS', 'SCHOOL'];
const AUTHORITY: readonly CaseSide[] = ['TOWNSHIP', 'BUREAU'];
const advance = (to: DropoutStage, by: readonly CaseSide[]): Way => ({ step: 'ADVANCE', to, by });
const ENDS: readonly Way[] = [
  { step: 'RETURN', to: 'RETURNED', by: SCHOOL },
  { step: 'RESOLVE', to: 'OTHER_RESOLVED', by: ['BUREAU'] },
];

/** The one table of ways from stage to stage (docs/rules/enrollment.md#dropout-cases). */
export const STAGE_TABLE: Readonly<Record<DropoutStage, readonly Way[]>> = {
  WATCH: [advance('SUSPECTED', SCHOOL), ...ENDS],
  SUSPECTED: [advance('SCHOOL_PERSUASION', SCHOOL), ...ENDS],
  SCHOOL_PERSUASION: [advance('REPORTED_TOWNSHIP', ['SCHOOL']), ...ENDS],
  REPORTED_TOWNSHIP: [advance('TRIPLE_LINKAGE', ['TOWNSHIP']), ...ENDS],
  TRIPLE_LINKAGE: [advance('NOTICE', AUTHORITY), ...ENDS],
  NOTICE: [advance('PENALTY', AUTHORITY), ...ENDS],
  PENALTY: [advance('DEMAND', AUTHORITY), ...ENDS],
  DEMAND: [advance('JUDICIAL', AUTHORITY), ...ENDS],
  JUDICIAL: ENDS,
  RETURNED: [
    { step: 'CLOSE', to: 'CLOSED', by: ['BUREAU'] },
    { step: 'REOPEN', to: 'SCHOOL_PERSUASION', by: ['SCHOOL', 'BUREAU'] },
  ],
  OTHER_RESOLVED: [
    { step: 'CLOSE', to: 'CLOSED', by: ['BUREAU'] },
    { step: 'REOPEN', to: 'SUSPECTED', by: ['BUREAU'] },
  ],
  CLOSED: [{ step: 'REOPEN', to: 'SCHOOL_PERSUASION', by: ['SCHOOL', 'BUREAU'] }],
};

/** On whose desk a case of a stage lies. */
export const STAGE_OWNER: Readonly<Record<DropoutStage, CaseSide>> = {
  WATCH: 'CLASS',
  SUSPECTED: 'CLASS',
  SCHOOL_PERSUASION: 'SCHOOL',
  REPORTED_TOWNSHIP: 'TOWNSHIP',
  TRIPLE_LINKAGE: 'TOWNSHIP',
  NOTICE: 'TOWNSHIP',
  PENALTY: 'TOWNSHIP',
  DEMAND: 'TOWNSHIP',
  JUDICIAL: 'BUREAU',
  RETURNED: 'SCHOOL',
  OTHER_RESOLVED: 'BUREAU',
  CLOSED: 'BUREAU',
};

export const stagesOwnedBy = (owners: readonly CaseSide[]): DropoutStage[] =>
  DROPOUT_STAGES.filter((stage) => owners.includes(STAGE_OWNER[stage]));

const SIDE_OF_REACH: Readonly<Record<string, readonly CaseSide[]>> = {
  class: ['CLASS'],
  school: ['CLASS', 'SCHOOL'],
  township: ['TOWNSHIP'],
  county: ['BUREAU'],
};

/** On which sides somebody of this reach acts. */
export const caseSidesOf = (reach: string): readonly CaseSide[] => SIDE_OF_REACH[reach] ?? [];

/** The ways that somebody on these sides may take from a stage. */
export function waysFrom(stage: DropoutStage, sides: readonly CaseSide[]): Way[] {
  return STAGE_TABLE[stage].filter(({ by }) => by.some((side) => sides.includes(side)));
}

export type CaseNeed =
  | 'REASON'
  | 'PERSUASION_ATTEMPTS'
  | 'REGISTRATION_FORM'
  | 'NOTICE_SERVED_AND_EXPIRED'
  | 'PENALTY_SERVED'
  | 'DEMAND_SERVED_AND_EXPIRED'
  | 'ATTENDANCE_PROOF'
  | 'CHECKS_PROVEN'
  | 'STABLE_DAYS'
  | 'NO_ABSENCE_REPORTED'
  | 'PROOF';

export type StageRefusal =
  | { kind: 'DropoutCaseNotFound' }
  | { kind: 'DropoutCaseChanged'; version: number }
  | { kind: 'DropoutStepNotPossible'; stage: DropoutStage; possible: readonly DropoutStage[] }
  | { kind: 'DropoutStepNotYours'; sides: readonly CaseSide[] }
  | { kind: 'DropoutStepNeeds'; needs: readonly CaseNeed[] };

export interface StagedCase {
  stage: DropoutStage;
  version: number;
}

export interface StageAsked {
  step: CaseStep;
  to: DropoutStage | null;
  version: number;
}

/** Every reason why a way from stage to stage may not be taken; empty when it may (docs/rules/enrollment.md#dropout-cases). */
export function stageRefusals(
  { stage, version }: StagedCase,
  { step, to, version: asked }: StageAsked,
  { sides, needs }: { sides: readonly CaseSide[]; needs: readonly CaseNeed[] },
): StageRefusal[] {
  const refusals: StageRefusal[] = [];
  if (asked !== version) refusals.push({ kind: 'DropoutCaseChanged', version });
  const way = STAGE_TABLE[stage].find((each) => each.step === step && (to === null || each.to === to));
  if (!way) {
    const possible = waysFrom(stage, sides).map((each) => each.to);
    return [...refusals, { kind: 'DropoutStepNotPossible', stage, possible }];
  }
  if (!way.by.some((side) => sides.includes(side))) refusals.push({ kind: 'DropoutStepNotYours', sides: way.by });
  if (needs.length > 0) refusals.push({ kind: 'DropoutStepNeeds', needs });
  return refusals;
}

/** Where a step leads from a stage. */
export function stageAfter(stage: DropoutStage, step: CaseStep): DropoutStage {
  return STAGE_TABLE[stage].find((way) => way.step === step)?.to ?? stage;
}

/** A skip goes upward over at least one stage of an open case, with a reason and by an approver. */
export function skipRefusals(
  { stage, version }: StagedCase,
  asked: { to: DropoutStage; version: number; reason: string },
): StageRefusal[] {
  const refusals: StageRefusal[] = [];
  if (asked.version !== version) refusals.push({ kind: 'DropoutCaseChanged', version });
  const possible = DROPOUT_STAGES.filter((each) => isOpen(each) && rank(each) > rank(stage) + 1);
  if (!isOpen(stage) || !possible.includes(asked.to))
    refusals.push({ kind: 'DropoutStepNotPossible', stage, possible: isOpen(stage) ? possible : [] });
  if (asked.reason.trim() === '') refusals.push({ kind: 'DropoutStepNeeds', needs: ['REASON'] });
  return refusals;
}

const rank = (stage: DropoutStage) => DROPOUT_STAGES.indexOf(stage);
