import { EntitySchema } from 'typeorm';
import type { BoardTaskState } from './task-force-terms.rules.ts';

/** A task on the board of the task force (专班任务). */
export interface BoardTask {
  countyCode: string;
  id: string;
  /** What is to be done. */
  title: string;
  /** Who does it. */
  owner: string;
  /** Due day. */
  dueOn: string;
  /** How it stands. */
  state: BoardTaskState;
  /** Percent done. */
  progress: number;
  /** What stands in the way; null for nothing (堵点). */
  issue: string | null;
  /** The day on which it was done or dropped; null before. */
  closedOn: string | null;
  version: number;
}

export const BoardTaskEntity = new EntitySchema<BoardTask>({
  name: 'BoardTask',
  columns: {
    countyCode: { type: 'varchar', length: 6, primary: true, primaryKeyConstraintName: 'board_task_pkey' },
    id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'board_task_pkey' },
    title: { type: 'text' },
    owner: { type: 'text' },
    dueOn: { type: 'date' },
    state: { type: 'text' },
    progress: { type: 'smallint' },
    issue: { type: 'text', nullable: true },
    closedOn: { type: 'date', nullable: true },
    version: { type: 'integer', default: 1 },
  },
  indices: [{ name: 'board_task_due_idx', columns: ['countyCode', 'dueOn', 'id'] }],
  checks: [
    { name: 'board_task_state_check', expression: `state IN ('OPEN', 'DONE', 'DROPPED')` },
    { name: 'board_task_progress_check', expression: `progress BETWEEN 0 AND 100` },
    { name: 'board_task_words_check', expression: `title <> '' AND owner <> ''` },
    { name: 'board_task_closed_check', expression: `(state = 'OPEN') = (closed_on IS NULL)` },
    { name: 'board_task_done_check', expression: `state <> 'DONE' OR progress = 100` },
  ],
});
