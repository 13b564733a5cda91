import { type Day, daysBetween } from '@bureau/calendar';
import type { Streak } from '../attendance/absence.rules.ts';

export interface WatchThresholds {
  'absence.watchDays': number;
  'absence.suspectedDays': number;
  'termStart.noShowDays': number;
}

export interface WatchFacts {
  day: Day;
  /** The first day of the term; null outside terms. */
  termStart: Day | null;
  /** The stage of the case that stands about the child; null when none does. */
  stage: string | null;
}

export type WatchDecision = 'NONE' | 'WATCH' | 'SUSPECT' | 'BACK';

/** Whether a child never came since the term began (开学未到校). */
export function isNoShow({ days, lastSeenOn }: Streak, termStart: Day | null): boolean {
  return days > 0 && termStart !== null && (lastSeenOn === null || lastSeenOn < termStart);
}

/** What a roll-call makes of a child: excused absence is none of it (docs/rules/enrollment.md#absence). */
export function watchDecision(
  streak: Streak,
  { day, termStart, stage }: WatchFacts,
  thresholds: WatchThresholds,
): WatchDecision {
  if (streak.days === 0 || streak.since === null)
    return stage === 'WATCH' && streak.lastSeenOn === day ? 'BACK' : 'NONE';
  if (stage !== null && stage !== 'WATCH') return 'NONE';
  if (isSuspicious(streak.since, { day, termStart: isNoShow(streak, termStart) ? termStart : null }, thresholds))
    return 'SUSPECT';
  return stage === null && streak.days >= thresholds['absence.watchDays'] ? 'WATCH' : 'NONE';
}

/** Long enough away; who never came since the term began has the days of a no-show besides. */
function isSuspicious(
  since: Day,
  { day, termStart }: { day: Day; termStart: Day | null },
  thresholds: WatchThresholds,
): boolean {
  const isLong = daysBetween(since, day) + 1 >= thresholds['absence.suspectedDays'];
  return isLong && (termStart === null || daysBetween(termStart, day) >= thresholds['termStart.noShowDays']);
}
