import {
  linkRefusals,
  orderRefusals,
  rangeRefusals,
  type Refusal,
  refuse,
  textRefusals,
} from '../refusal/refusal.rules.ts';
import {
  SMART_CAMPUS_DIMENSIONS,
  type SmartCampusDimension,
  type SmartCampusState,
} from './smart-campus-application-terms.rules.ts';

export const SMART_CAMPUS_ACTS = [
  'SUBMIT',
  'RETURN',
  'REVIEW',
  'DEFEND',
  'NOTICE',
  'AWARD',
  'REJECT',
  'RECHECK',
  'CONFIRM',
  'REVOKE',
] as const;
export type SmartCampusAct = (typeof SMART_CAMPUS_ACTS)[number];

type Transitions = Record<SmartCampusState, Partial<Record<SmartCampusAct, SmartCampusState>>>;

/** 学校申报 → 县初审 → 竞争性答辩 → 公示 → 授星 → 复核 (docs/rules/internet-plus.md#smart-campus). */
export const SMART_CAMPUS_TRANSITIONS = {
  DRAFT: { SUBMIT: 'SUBMITTED' },
  SUBMITTED: { RETURN: 'DRAFT', REVIEW: 'REVIEWED', REJECT: 'REJECTED' },
  REVIEWED: { DEFEND: 'DEFENDED', REJECT: 'REJECTED' },
  DEFENDED: { NOTICE: 'NOTICED', REJECT: 'REJECTED' },
  NOTICED: { AWARD: 'AWARDED', REJECT: 'REJECTED' },
  AWARDED: { RECHECK: 'RECHECKED' },
  RECHECKED: { CONFIRM: 'AWARDED', REVOKE: 'REVOKED' },
  REJECTED: {},
  REVOKED: {},
} as const satisfies Transitions;

const POINTS = { least: 0, greatest: 100 };
const STARS = { least: 2, greatest: 5 };
const YEARS = { least: 1986, greatest: 2100 };
const WHOLE = 100;
const TEXT_LONGEST = 200;
const NEEDS_REASON: readonly SmartCampusAct[] = ['RETURN', 'REJECT', 'REVOKE'];

export const smartCampusOrder = (state: SmartCampusState, act: SmartCampusAct) =>
  orderRefusals<SmartCampusState, SmartCampusAct>(SMART_CAMPUS_TRANSITIONS, state, act);

export function smartCampusNext(state: SmartCampusState, act: SmartCampusAct): SmartCampusState {
  const acts: Partial<Record<SmartCampusAct, SmartCampusState>> = SMART_CAMPUS_TRANSITIONS[state];
  return acts[act] ?? state;
}

/** One score a dimension, each from 0 to 100. */
export function scoreRefusals(scores: readonly number[], field: string): Refusal<'ValueOutOfRange'>[] {
  const wanted = SMART_CAMPUS_DIMENSIONS.length;
  if (scores.length !== wanted) return rangeRefusals(scores.length, field, { least: wanted, greatest: wanted });
  return scores.flatMap((score, at) => rangeRefusals(score, `${field}.${at}`, POINTS));
}

export const pointRefusals = (score: number, field: string) => rangeRefusals(score, field, POINTS);

export interface DraftAsked {
  year: number;
  targetStars: number;
  selfScores: readonly number[];
  evidence: readonly { dimension: SmartCampusDimension; title: string; link: string }[];
}

export function draftRefusals(asked: DraftAsked): Refusal<'ValueOutOfRange' | 'LinkUnsafe' | 'TextUnfit'>[] {
  return [
    ...rangeRefusals(asked.year, 'year', YEARS),
    ...rangeRefusals(asked.targetStars, 'targetStars', STARS),
    ...scoreRefusals(asked.selfScores, 'selfScores'),
    ...asked.evidence.flatMap(({ title, link }, at) => [
      ...textRefusals(title, `evidence.${at}.title`, TEXT_LONGEST),
      ...linkRefusals(link, `evidence.${at}.link`),
    ]),
  ];
}

/** An application is handed in with evidence for every dimension. */
export function evidenceRefusals(has: readonly { dimension: SmartCampusDimension }[]): Refusal<'EvidenceMissing'>[] {
  const shown = new Set(has.map(({ dimension }) => dimension));
  const missing = SMART_CAMPUS_DIMENSIONS.filter((dimension) => !shown.has(dimension));
  return missing.length === 0 ? [] : [refuse('EvidenceMissing', '', { missing })];
}

/** Weights are one a dimension and come to 100. */
export function weightRefusals(asked: {
  year: number;
  weights: readonly number[];
  document: string;
}): Refusal<'WeightsUneven' | 'TextUnfit' | 'ValueOutOfRange'>[] {
  const sum = asked.weights.reduce((total, weight) => total + weight, 0);
  return [
    ...rangeRefusals(asked.year, 'year', YEARS),
    ...textRefusals(asked.document, 'document', TEXT_LONGEST),
    ...scoreRefusals(asked.weights, 'weights'),
    ...(sum === WHOLE ? [] : [refuse('WeightsUneven', 'weights', { sum, wanted: WHOLE })]),
  ];
}

/** The weighted score with two decimals, such as `87.50`. */
export function weightedTotal(scores: readonly number[], weights: readonly number[]): string {
  const hundredths = scores.reduce((sum, score, at) => sum + score * (weights[at] ?? 0), 0);
  return `${Math.floor(hundredths / WHOLE)}.${String(hundredths % WHOLE).padStart(2, '0')}`;
}

/** What a decision needs beside its turn: a reason to say no, and a notice that has ended to award. */
export function decisionRefusals(
  { state, noticeUntil }: { state: SmartCampusState; noticeUntil: string | null },
  asked: { act: SmartCampusAct; reason?: string | null },
  today: string,
): Refusal<'ActOutOfOrder' | 'TextUnfit' | 'NoticeRunning'>[] {
  const order = smartCampusOrder(state, asked.act);
  if (order.length > 0) return order;
  const isRunning = asked.act === 'AWARD' && noticeUntil !== null && today <= noticeUntil;
  return [
    ...(NEEDS_REASON.includes(asked.act) ? textRefusals(asked.reason ?? '', 'reason', TEXT_LONGEST) : []),
    ...(isRunning ? [refuse('NoticeRunning', 'act', { until: noticeUntil })] : []),
  ];
}
