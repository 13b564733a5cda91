import { EntitySchema } from 'typeorm';
import type { PilotTaskKind } from './pilot-task-terms.rules.ts';

/** A task or milestone of a pilot school (试点任务). */
export interface PilotTask {
  countyCode: string;
  id: string;
  schoolId: string;
  townshipCode: string;
  /** The time as a pilot. */
  pilotId: string;
  /** What it is. */
  kind: PilotTaskKind;
  /** What is to be done. */
  title: string;
  /** Due day. */
  dueOn: string;
  /** The day on which it was done; null before. */
  doneOn: string | null;
  /** Link to the evidence (佐证材料); null before. */
  evidence: string | null;
  version: number;
}

export const PilotTaskEntity = new EntitySchema<PilotTask>({
  name: 'PilotTask',
  columns: {
    countyCode: { type: 'varchar', length: 6, primary: true, primaryKeyConstraintName: 'pilot_task_pkey' },
    id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'pilot_task_pkey' },
    schoolId: { type: 'uuid' },
    townshipCode: { type: 'varchar', length: 9 },
    pilotId: { type: 'uuid' },
    kind: { type: 'text' },
    title: { type: 'text' },
    dueOn: { type: 'date' },
    doneOn: { type: 'date', nullable: true },
    evidence: { type: 'text', nullable: true },
    version: { type: 'integer', default: 1 },
  },
  uniques: [{ name: 'pilot_task_title_key', columns: ['countyCode', 'pilotId', 'title'] }],
  indices: [{ name: 'pilot_task_due_idx', columns: ['countyCode', 'dueOn', 'id'] }],
  foreignKeys: [
    {
      name: 'pilot_task_pilot_fkey',
      target: 'PlatformPilot',
      columnNames: ['countyCode', 'pilotId'],
      referencedColumnNames: ['countyCode', 'id'],
    },
  ],
  checks: [
    { name: 'pilot_task_township_check', expression: `township_code ~ ('^' || county_code || '[0-9]{3}$')` },
    { name: 'pilot_task_kind_check', expression: `kind IN ('TASK', 'MILESTONE')` },
    { name: 'pilot_task_title_length_check', expression: `length(title) BETWEEN 1 AND 200` },
    {
      name: 'pilot_task_evidence_check',
      expression: `(done_on IS NULL) = (evidence IS NULL) AND evidence ~ '^https?://[^[:space:]]+$'`,
    },
  ],
});
