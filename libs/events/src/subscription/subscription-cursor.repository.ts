import type { EntityManager } from 'typeorm';

export interface Cursor {
  feedId: string | null;
  position: number;
}

const CURSOR = 'SELECT feed_id, position FROM subscription_cursor WHERE source = $1';

export async function getCursor(manager: EntityManager, source: string): Promise<Cursor> {
  const cursor = await findCursor(manager, CURSOR, source);
  if (cursor) return cursor;
  await manager.query(
    'INSERT INTO subscription_cursor (source, position, moved_at) VALUES ($1, 0, now()) ON CONFLICT DO NOTHING',
    [source],
  );
  return { feedId: null, position: 0 };
}

/** Null while another instance is applying. */
export function findIdleCursorForUpdate(manager: EntityManager, source: string): Promise<Cursor | null> {
  return findCursor(manager, `${CURSOR} FOR UPDATE SKIP LOCKED`, source);
}

export async function moveCursor(
  manager: EntityManager,
  source: string,
  feedId: string,
  { from, to }: Step,
): Promise<void> {
  const [, moved] = await manager.query<[unknown, number]>(
    'UPDATE subscription_cursor SET feed_id = $2, position = $4, moved_at = now() WHERE source = $1 AND position = $3',
    [source, feedId, from, to],
  );
  if (moved !== 1) throw new Error('the cursor was moved while it was locked');
}

export interface Step {
  from: number;
  to: number;
}

/** Waits for an instance that is applying. */
export async function resetCursor(manager: EntityManager, source: string): Promise<void> {
  await manager.query(
    `INSERT INTO subscription_cursor (source, position, moved_at) VALUES ($1, 0, now())
     ON CONFLICT (source) DO UPDATE SET feed_id = NULL, position = 0, moved_at = now()`,
    [source],
  );
}

async function findCursor(manager: EntityManager, sql: string, source: string): Promise<Cursor | null> {
  const [row] = await manager.query<{ feed_id: string | null; position: string }[]>(sql, [source]);
  return row ? { feedId: row.feed_id, position: Number(row.position) } : null;
}
