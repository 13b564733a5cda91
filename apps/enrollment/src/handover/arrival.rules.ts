import type { Day } from '@bureau/calendar';
import { arrivalDueOn, type HandoverCalendar } from './handover-calendar.rules.ts';
import type { HandoverKind, HandoverState } from './handover.rules.ts';

export interface AwaitedChild {
  kind: HandoverKind;
  state: HandoverState;
  toSchoolId: string | null;
  sentOn: Day | null;
  dueOn: Day;
}

export interface CalledAt {
  day: Day;
  schoolId: string;
  kind: string;
}

/** The first day on which a roll-call of the receiver shows the child in class; null when none does. */
export function arrivalDay({ toSchoolId, sentOn }: AwaitedChild, called: readonly CalledAt[]): Day | null {
  const seen = called.filter(
    ({ day, schoolId, kind }) =>
      schoolId === toSchoolId && (kind === 'PRESENT' || kind === 'LATE') && (sentOn === null || day >= sentOn),
  );
  return seen.map(({ day }) => day).sort()[0] ?? null;
}

/** Whether the last day to look for the child has passed, also where the receiver never acknowledged (docs/rules/enrollment.md#hand-over). */
export function isMissing(
  child: AwaitedChild,
  schoolYear: number,
  { today, calendar }: { today: Day; calendar: HandoverCalendar },
): boolean {
  if (child.state === 'ACKNOWLEDGED') return child.dueOn < today;
  if (child.state !== 'SENT' && child.state !== 'RECEIVED') return child.state === 'NOT_ARRIVED';
  return arrivalDueOn({ kind: child.kind, schoolYear, today: child.sentOn ?? today }, calendar) < today;
}

const REASONS: Partial<Record<HandoverKind, string>> = { STAGE_TRANSITION: 'R14', MERGER: 'R15' };

/** The reason of the case that a missing child opens: 小升初交接缺失, 撤并校交接缺失, or another. */
export const missingReason = (kind: HandoverKind): string => REASONS[kind] ?? 'R99';
