import type { EntityManager } from 'typeorm';
import { dataOf, type FeedEvent } from '../contract/event.ts';
import { studentChanged } from '../contract/student-changed.ts';
import { applyStudents } from '../roster/roster.ts';

/** Takes every application of an event, also a second one, so that a test can count them. */
export const appliedTable = (role: string) => `
  CREATE TABLE applied (
    number bigint GENERATED ALWAYS AS IDENTITY,
    county_code text NOT NULL,
    event_id uuid NOT NULL,
    subject text NOT NULL,
    version int NOT NULL
  );
  GRANT SELECT, INSERT, DELETE ON applied TO ${role};`;

export async function applyAndCount(manager: EntityManager, events: FeedEvent[]): Promise<void> {
  await applyStudents(manager, events);
  const rows = events.map((event) => ({
    county_code: event.countyCode,
    event_id: event.id,
    subject: event.subject,
    version: dataOf(studentChanged, event).version,
  }));
  await manager.query(
    `INSERT INTO applied (county_code, event_id, subject, version)
     SELECT county_code, event_id, subject, version
     FROM ROWS FROM (jsonb_to_recordset($1) AS (county_code text, event_id uuid, subject text, version int))
       WITH ORDINALITY AS event (county_code, event_id, subject, version, number) ORDER BY number`,
    [JSON.stringify(rows)],
  );
}
