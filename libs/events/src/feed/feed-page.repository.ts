import type { DataSource, EntityManager } from 'typeorm';
import type { WrittenEvent } from '../contract/cloud-event.ts';

export interface PageRequest {
  /** The last position the subscriber has. */
  after: number;
  limit: number;
  /** Other events do not exist for this subscriber. */
  types: string[];
}

export interface FeedPage {
  feedId: string;
  /** The last position given to any event. */
  head: number;
  /** Where the next page begins; ahead of the last event when others follow that are not for this subscriber. */
  next: number;
  events: Omit<WrittenEvent, 'source'>[];
}

interface EventRow {
  id: string;
  type: string;
  subject: string;
  county_code: string;
  occurred_at: Date;
  dataschema: string;
  data: string;
  position: string;
}

const EVENTS_PUBLISHED_AT_ONCE = 10_000;

/** How far one page looks for events of the subscriber's types. */
const POSITIONS_SEARCHED = 50_000;

const PAGE = `
SELECT id, type, subject, county_code, occurred_at, dataschema, data::text AS data, position
FROM outbox_event
WHERE position > $1 AND position <= $2 AND type = ANY ($3)
ORDER BY position LIMIT $4`;

/** A page is a walk along the index on the position; without statistics PostgreSQL would sort all that is searched. */
const SETTINGS = `set_config('bureau.feed', 'on', true), set_config('enable_bitmapscan', 'off', true), set_config('enable_sort', 'off', true)`;

/** Gives positions to what has been committed since; answers how many. */
export async function publishOutbox(dataSource: DataSource): Promise<number> {
  const [row] = await dataSource.query<{ given: number }[]>('SELECT publish_outbox($1) AS given', [
    EVENTS_PUBLISHED_AT_ONCE,
  ]);
  return row?.given ?? 0;
}

export function getPage(dataSource: DataSource, request: PageRequest): Promise<FeedPage> {
  return dataSource.transaction((manager) => pageOf(manager, request));
}

async function pageOf(manager: EntityManager, { after, limit, types }: PageRequest): Promise<FeedPage> {
  const [row] = await manager.query<{ feed_id: string; position: string }[]>(
    `SELECT feed_id, position, ${SETTINGS} FROM feed_head`,
  );
  if (!row) throw new Error('feed_head has no row');
  const head = Number(row.position);
  const end = Math.min(head, after + POSITIONS_SEARCHED);
  const rows = await manager.query<EventRow[]>(PAGE, [after, end, types, limit]);
  const last = rows.at(-1);
  const isFull = rows.length === limit && last !== undefined;
  return {
    feedId: row.feed_id,
    head,
    next: isFull ? Number(last.position) : Math.max(after, end),
    events: rows.map(eventOf),
  };
}

function eventOf({ county_code, occurred_at, data, position, ...row }: EventRow): FeedPage['events'][number] {
  return { ...row, countyCode: county_code, occurredAt: occurred_at, dataJson: data, position: Number(position) };
}
