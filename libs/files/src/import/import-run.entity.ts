import { EntitySchema } from 'typeorm';
import { type Place, PLACE_COLUMNS } from '../place.ts';
import type { ImportState } from './import-run.rules.ts';

export type OnError = 'REJECT_ALL' | 'SKIP_INVALID';

/** Why a run was rejected as a whole, or broken off. */
export interface RunFault {
  code: string;
  zh: string;
  en: string;
}

/** One file that came in, and what became of it (导入批次). */
export interface ImportRun extends Place {
  countyCode: string;
  id: string;
  kind: string;
  state: ImportState;
  onError: OnError;
  isDryRun: boolean;
  fileName: string;
  fileBytes: string;
  fileHash: Buffer;
  arguments: Record<string, string>;
  argumentsHash: Buffer;
  requestedBy: string;
  /** What the file says that it has; null when it does not say. */
  rowsTotal: number | null;
  rowsRead: number;
  rowsCreated: number;
  rowsChanged: number;
  rowsUnchanged: number;
  rowsFaulty: number;
  fault: RunFault | null;
  receivedAt: Date;
  finishedAt: Date | null;
  /** The last sign of life of the process that runs it. */
  aliveAt: Date;
}

const primary = { primary: true, primaryKeyConstraintName: 'import_run_pkey' } as const;

export const ImportRunEntity = new EntitySchema<ImportRun>({
  name: 'ImportRun',
  columns: {
    countyCode: { type: 'varchar', length: 6, ...primary },
    id: { type: 'uuid', ...primary },
    kind: { type: 'text' },
    state: { type: 'text' },
    onError: { type: 'text' },
    isDryRun: { type: 'boolean' },
    fileName: { type: 'text' },
    fileBytes: { type: 'bigint' },
    fileHash: { type: 'bytea' },
    arguments: { type: 'jsonb' },
    argumentsHash: { type: 'bytea' },
    requestedBy: { type: 'text' },
    ...PLACE_COLUMNS,
    rowsTotal: { type: 'integer', nullable: true },
    rowsRead: { type: 'integer' },
    rowsCreated: { type: 'integer' },
    rowsChanged: { type: 'integer' },
    rowsUnchanged: { type: 'integer' },
    rowsFaulty: { type: 'integer' },
    fault: { type: 'jsonb', nullable: true },
    receivedAt: { type: 'timestamptz' },
    finishedAt: { type: 'timestamptz', nullable: true },
    aliveAt: { type: 'timestamptz' },
  },
  indices: [
    {
      name: 'import_run_same_file_key',
      columns: ['countyCode', 'kind', 'fileHash', 'argumentsHash'],
      unique: true,
      where: `state IN ('RECEIVED', 'RUNNING', 'DONE') AND NOT is_dry_run`,
    },
    { name: 'import_run_received_idx', columns: ['countyCode', 'receivedAt', 'id'] },
  ],
  checks: [
    {
      name: 'import_run_state_check',
      expression: `state IN ('RECEIVED', 'RUNNING', 'DONE', 'REJECTED', 'CANCELLED', 'FAILED')`,
    },
    { name: 'import_run_on_error_check', expression: `on_error IN ('REJECT_ALL', 'SKIP_INVALID')` },
    {
      name: 'import_run_finished_check',
      expression: `(finished_at IS NULL) = (state IN ('RECEIVED', 'RUNNING'))`,
    },
  ],
});
