import { latestRefusals, rangeRefusals, type Refusal, refuse, textRefusals } from '../refusal/refusal.rules.ts';
import type { IncentiveSource, LiteracyLevel } from './teacher-terms.rules.ts';

const TITLE_LONGEST = 200;
const NAME_LONGEST = 60;
const SCORES = { least: 0, greatest: 100 };
const HOURS = { least: 1, greatest: 500 };
const POINTS = { least: 0, greatest: 1_000 };
const TIMES = { least: 1, greatest: 100 };
const TEN_HOURS = 10;

const numbered = (letter: string, count: number) => Array.from({ length: count }, (_, at) => `${letter}${at + 1}`);

/** The 30 micro-competences of the project 2.0 (教师〔2019〕1号): 多媒体, 混合 and 智慧 environments. */
export const MICRO_COMPETENCE_CODES: readonly string[] = [
  ...numbered('A', 13),
  ...numbered('B', 10),
  ...numbered('C', 7),
];

export interface LevelBounds {
  passed: number;
  excellent: number;
}

/** 优秀, 合格 or 不合格; the bounds are the county's. */
export function literacyLevel(score: number, { passed, excellent }: LevelBounds): LiteracyLevel {
  if (score >= excellent) return 'EXCELLENT';
  return score >= passed ? 'PASSED' : 'FAILED';
}

export type LiteracyFault = 'TEACHER_UNKNOWN' | 'ROW_REPEATED' | 'SCORE_OUT_OF_RANGE';

/** Every row at fault, by its number from 1. */
export function literacyRefusals(
  rows: readonly { teacher: string; score: number }[],
  known: ReadonlySet<string>,
): Refusal<'RowsUnfit'>[] {
  const faults = rows.flatMap(({ teacher, score }, at): { row: number; reason: LiteracyFault }[] => {
    if (!known.has(teacher)) return [{ row: at + 1, reason: 'TEACHER_UNKNOWN' }];
    if (rows.findIndex((other) => other.teacher === teacher) < at) return [{ row: at + 1, reason: 'ROW_REPEATED' }];
    const isOut = rangeRefusals(score, 'score', SCORES).length > 0;
    return isOut ? [{ row: at + 1, reason: 'SCORE_OUT_OF_RANGE' }] : [];
  });
  if (faults.length === 0) return [];
  return [
    refuse('RowsUnfit', 'rows', { rows: faults.map(({ row }) => row), reasons: faults.map(({ reason }) => reason) }),
  ];
}

export function teacherRefusals(
  { name, startsOn }: { name: string; startsOn: string },
  today: string,
): Refusal<'TextUnfit' | 'DayTooLate'>[] {
  return [...textRefusals(name, 'name', NAME_LONGEST), ...latestRefusals(startsOn, 'startsOn', today)];
}

export function assessmentRefusals(
  { code, assessedOn }: { code: string; assessedOn: string },
  today: string,
): Refusal<'CodeUnknown' | 'DayTooLate'>[] {
  const isKnown = MICRO_COMPETENCE_CODES.includes(code);
  return [
    ...(isKnown ? [] : [refuse('CodeUnknown', 'code', { known: MICRO_COMPETENCE_CODES })]),
    ...latestRefusals(assessedOn, 'assessedOn', today),
  ];
}

export function trainingRefusals(
  { title, hours, endedOn }: { title: string; hours: number; endedOn: string },
  today: string,
): Refusal<'TextUnfit' | 'ValueOutOfRange' | 'DayTooLate'>[] {
  return [
    ...textRefusals(title, 'title', TITLE_LONGEST),
    ...rangeRefusals(hours, 'hours', HOURS),
    ...latestRefusals(endedOn, 'endedOn', today),
  ];
}

export function ruleRefusals(asked: {
  points: number;
  mostTimes: number;
  document: string;
}): Refusal<'TextUnfit' | 'ValueOutOfRange'>[] {
  return [
    ...rangeRefusals(asked.points, 'points', POINTS),
    ...rangeRefusals(asked.mostTimes, 'mostTimes', TIMES),
    ...textRefusals(asked.document, 'document', TITLE_LONGEST),
  ];
}

export interface EarningRule {
  source: IncentiveSource;
  points: number;
  mostTimes: number;
  validFrom: string;
  document: string;
}

/** Something that may earn points: on that day, by that record; a training counts by its hours. */
export interface Merit {
  source: IncentiveSource;
  on: string;
  recordId: string;
  hours?: number;
}

export interface EarnedItem {
  source: IncentiveSource;
  times: number;
  counted: number;
  points: number;
  document: string;
  because: string[];
}

/** Points of a year by the rules in force at its end, each with the records it rests on (docs/rules/internet-plus.md#incentives). */
export function incentiveScore(merits: readonly Merit[], rules: readonly EarningRule[], yearEnd: string): EarnedItem[] {
  const inForce = new Map<IncentiveSource, EarningRule>();
  for (const rule of [...rules].sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1)))
    if (rule.validFrom <= yearEnd) inForce.set(rule.source, rule);
  return [...inForce.values()].flatMap(({ source, points, mostTimes, document }) => {
    const ours = merits.filter((merit) => merit.source === source);
    const times = source === 'TRAINING_TEN_HOURS' ? Math.floor(hoursOf(ours) / TEN_HOURS) : ours.length;
    if (times === 0) return [];
    const counted = Math.min(times, mostTimes);
    const because = ours.map(({ recordId }) => recordId);
    return [{ source, times, counted, points: counted * points, document, because }];
  });
}

const hoursOf = (merits: readonly Merit[]) => merits.reduce((sum, { hours = 0 }) => sum + hours, 0);
