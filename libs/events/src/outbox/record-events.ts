import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import type { NewEvent } from '../contract/event.ts';

/** PostgreSQL tells the feed on this channel that something was committed. */
export const OUTBOX_CHANNEL = 'outbox_event';

const EVENTS_PER_STATEMENT = 5_000;

const RECORD = `
WITH recorded AS (
  INSERT INTO outbox_event (county_code, id, type, subject, occurred_at, dataschema, data)
  SELECT county_code, id, type, subject, $2, dataschema, data
  FROM ROWS FROM (jsonb_to_recordset($1) AS (county_code text, id uuid, type text, subject text, dataschema text, data jsonb))
    WITH ORDINALITY AS event (county_code, id, type, subject, dataschema, data, number)
  ORDER BY number
)
SELECT pg_notify('${OUTBOX_CHANNEL}', '')`;

/**
 * Writes events to the office's outbox in the caller's transaction: they are published if and when it commits, in this order.
 *
 * Call it after the rows that the events tell of are written: the locks on them are what keeps the events of one child in order.
 */
export async function recordEvents(manager: EntityManager, events: NewEvent[], occurredAt = new Date()): Promise<void> {
  for (let from = 0; from < events.length; from += EVENTS_PER_STATEMENT) {
    const rows = events.slice(from, from + EVENTS_PER_STATEMENT).map(({ countyCode, ...event }) => ({
      ...event,
      county_code: countyCode,
      id: uuidv7(),
    }));
    await manager.query(RECORD, [JSON.stringify(rows), occurredAt]);
  }
}
