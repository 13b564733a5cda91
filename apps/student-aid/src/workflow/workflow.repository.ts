import { newId, type Reader } from '@bureau/subgraph';
import type { EntityManager } from 'typeorm';
import type { WorkflowStep } from './workflow-step.entity.ts';

/** A transaction that writes. */
export type Transaction = EntityManager;

/** The tables whose rows go through states. */
export type WorkflowTable = 'hardship_recognition' | 'aid_application' | 'student_loan' | 'yanbao_case';

export interface WorkflowRow {
  id: string;
  state: string;
  version: number;
}

export interface Move extends WorkflowRow {
  toState: string;
}

/** Who moves the rows, by which act, and why. */
export interface Moving {
  table: WorkflowTable;
  countyCode: string;
  act: string;
  by: string;
  note: string | null;
}

export class WorkflowRepository {
  readonly #reader: Reader;

  constructor(reader: Reader) {
    this.#reader = reader;
  }

  /** Rows that the caller may see, locked in the order of their ids, so that two bulk acts never wait for each other. */
  listForUpdate<Row extends WorkflowRow>(table: WorkflowTable, countyCode: string, ids: string[]): Promise<Row[]> {
    return this.#reader.read((manager) =>
      manager.query<Row[]>(`SELECT * FROM ${table} WHERE county_code = $1 AND id = ANY ($2) ORDER BY id FOR UPDATE`, [
        countyCode,
        ids,
      ]),
    );
  }

  /** Moves rows that the caller holds locked, and records the steps: two statements, however many rows. */
  async move({ table, countyCode, act, by, note }: Moving, moves: readonly Move[]): Promise<void> {
    if (moves.length === 0) return;
    const rows = moves.map(({ id, state, version, toState }) => ({
      id: newId(),
      row_id: id,
      state,
      version,
      to_state: toState,
    }));
    await this.#reader.read(async (manager) => {
      const moved: unknown[] = await manager.query(
        `WITH step AS (
           SELECT * FROM jsonb_to_recordset($2) AS step (id uuid, row_id uuid, state text, version integer, to_state text)
         ), moved AS (
           UPDATE ${table} AS kept SET state = to_state, version = kept.version + 1
           FROM step WHERE kept.county_code = $1 AND kept.id = row_id AND kept.version = step.version
           RETURNING step.id, row_id, step.state, to_state
         )
         INSERT INTO workflow_step (county_code, id, subject, subject_id, act, from_state, to_state, taken_by, taken_at, note)
         SELECT $1, id, $3, row_id, $4, state, to_state, $5, now(), $6 FROM moved RETURNING id`,
        [countyCode, JSON.stringify(rows), table, act, by, note],
      );
      if (moved.length !== moves.length) throw new Error('A row changed while it was locked.');
    });
  }

  /** The steps of each subject, earliest first. */
  listSteps(countyCode: string, subjectIds: string[]): Promise<WorkflowStep[]> {
    return this.#reader.read((manager) =>
      manager.query<WorkflowStep[]>(
        `SELECT id, subject, subject_id AS "subjectId", act, from_state AS "fromState", to_state AS "toState",
                taken_by AS "takenBy", taken_at AS "takenAt", note
         FROM workflow_step WHERE county_code = $1 AND subject_id = ANY ($2) ORDER BY id`,
        [countyCode, subjectIds],
      ),
    );
  }
}
