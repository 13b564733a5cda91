import type { DataSource } from 'typeorm';
import { newEvent } from '../contract/event.ts';
import { type StudentChanged, studentChanged } from '../contract/student-changed.ts';
import { recordEvents } from '../outbox/record-events.ts';
import { inCounty } from './database.ts';

/** The producer's own data in these trials: children, of whom the outbox tells. */
export const pupilTable = (role: string) => `
  CREATE TABLE pupil (id uuid PRIMARY KEY, county_code text NOT NULL, state jsonb NOT NULL);
  GRANT SELECT, INSERT, UPDATE ON pupil TO ${role};`;

export interface PupilChange {
  county: string;
  id: string;
  change: Partial<StudentChanged>;
  /** Between the change and its event, and between the event and the end of the transaction. */
  pause: () => Promise<void>;
  isRolledBack: boolean;
}

/** One business act: the child changes and the event is recorded in one transaction. Answers the new version, null when rolled back. */
export function changePupil(
  dataSource: DataSource,
  { county, id, change, pause, isRolledBack }: PupilChange,
): Promise<number | null> {
  const changed = inCounty(dataSource, county, async (manager) => {
    const [[row]] = await manager.query<[{ state: StudentChanged }[], number]>(
      `UPDATE pupil SET state = state || $2 || jsonb_build_object('version', (state->>'version')::int + 1) WHERE id = $1 RETURNING state`,
      [id, change],
    );
    if (!row) throw new Error(`no pupil ${id}`);
    await pause();
    await recordEvents(manager, [newEvent(studentChanged, county, row.state)]);
    await pause();
    if (isRolledBack) throw new RolledBack();
    return row.state.version;
  });
  return changed.catch((error: unknown) => {
    if (error instanceof RolledBack) return null;
    throw error;
  });
}

class RolledBack extends Error {}

/** Adds children in one transaction, with the event of each. */
export async function addPupils(dataSource: DataSource, county: string, states: StudentChanged[]): Promise<void> {
  await inCounty(dataSource, county, async (manager) => {
    await manager.query(
      `INSERT INTO pupil SELECT (state->>'id')::uuid, $1, state FROM jsonb_array_elements($2) AS state`,
      [county, JSON.stringify(states)],
    );
    await recordEvents(
      manager,
      states.map((state) => newEvent(studentChanged, county, state)),
    );
  });
}
