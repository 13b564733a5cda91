import { addDays, type Day, weekdayOf } from '@bureau/calendar';
import { earliestRefusals, rangeRefusals, type Refusal, refuse, textRefusals } from '../refusal/refusal.rules.ts';
import type { BoardTaskState } from './task-force-terms.rules.ts';

const TITLE_LONGEST = 200;
const OWNER_LONGEST = 60;
const PERCENT = { least: 0, greatest: 100 };
const DONE_PERCENT = 100;

export function taskRefusals(
  asked: { title: string; owner: string; dueOn: Day },
  today: Day,
): Refusal<'TextUnfit' | 'DayTooEarly'>[] {
  return [
    ...textRefusals(asked.title, 'title', TITLE_LONGEST),
    ...textRefusals(asked.owner, 'owner', OWNER_LONGEST),
    ...earliestRefusals(asked.dueOn, 'dueOn', today),
  ];
}

export interface Block {
  taskId: string;
  blockerId: string;
}

/** The tasks of the circle that a new block would close, from the blocker to the task; empty when it closes none. */
export function circleOf({ taskId, blockerId }: Block, standing: readonly Block[]): string[] {
  const reached = new Map<string, string[]>([[blockerId, [blockerId]]]);
  for (const [at, path] of reached) {
    if (at === taskId) return path;
    for (const block of standing)
      if (block.taskId === at && !reached.has(block.blockerId))
        reached.set(block.blockerId, [...path, block.blockerId]);
  }
  return [];
}

/** A task is done at 100 percent, and only when what comes first is. */
export function reportRefusals(
  state: BoardTaskState,
  asked: { progress: number; issue?: string | null },
  open: number,
): Refusal<'ActOutOfOrder' | 'ValueOutOfRange' | 'TasksOpen' | 'TextUnfit'>[] {
  return [
    ...(state === 'OPEN' ? [] : [refuse('ActOutOfOrder', '', { state, acts: [] })]),
    ...rangeRefusals(asked.progress, 'progress', PERCENT),
    ...(asked.progress === DONE_PERCENT && open > 0 ? [refuse('TasksOpen', 'progress', { open })] : []),
    ...(asked.issue == null ? [] : textRefusals(asked.issue, 'issue', TITLE_LONGEST)),
  ];
}

/** What a report makes of a task. */
export function reported({ progress, issue }: { progress: number; issue?: string | null }, today: Day) {
  const isDone = progress === DONE_PERCENT;
  return { progress, issue: issue ?? null, state: isDone ? 'DONE' : 'OPEN', closedOn: isDone ? today : null } as const;
}

/** Monday and Sunday of the week of a day. */
export function weekOf(day: Day): { from: Day; until: Day } {
  const from = addDays(day, 1 - weekdayOf(day));
  return { from, until: addDays(from, 6) };
}
