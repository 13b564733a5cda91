import type { EntityManager } from 'typeorm';
import { dataOf, type EventType, type FeedEvent } from '../contract/event.ts';
import { schoolChanged } from '../contract/school-changed.ts';
import { schoolHeadcountChanged } from '../contract/school-headcount-changed.ts';
import { studentChanged } from '../contract/student-changed.ts';
import { columnOf, latestStates } from './roster.rules.ts';
import type { Roster } from './roster.tables.ts';

/** Brings `school_roster` up to the events, all of one county; events of other types are passed over. */
export const applySchools = (manager: EntityManager, events: FeedEvent[]) =>
  keep(manager, { roster: 'school_roster', key: 'id', eventType: schoolChanged }, events);

export const applyStudents = (manager: EntityManager, events: FeedEvent[]) =>
  keep(manager, { roster: 'student_roster', key: 'id', eventType: studentChanged, passedOver: ['movement'] }, events);

export const applyHeadcounts = (manager: EntityManager, events: FeedEvent[]) =>
  keep(manager, { roster: 'school_headcount', key: 'school_id', eventType: schoolHeadcountChanged }, events);

/** For `startOver`, in whose transaction every county's rows may be deleted. */
export async function clearRosters(manager: EntityManager, rosters: readonly Roster[]): Promise<void> {
  for (const roster of rosters) await manager.query(`DELETE FROM ${roster}`);
}

interface Keeping<State> {
  roster: Roster;
  /** The column that with the county identifies a row. */
  key: string;
  eventType: EventType<State>;
  /** What the events say besides the state, and a roster has no column for. */
  passedOver?: readonly string[];
}

/** A state replaces an older one; one statement, however many events. */
async function keep<State extends { version: number }>(
  manager: EntityManager,
  { roster, key, eventType, passedOver = [] }: Keeping<State>,
  events: FeedEvent[],
): Promise<void> {
  const ours = events.filter(({ type }) => type === eventType.type);
  const states = latestStates(
    ours.map((event) => dataOf(eventType, event)),
    eventType.idOf,
  );
  const rows = states.map((state) => {
    const kept = Object.entries<unknown>(state).filter(([property]) => !passedOver.includes(property));
    return Object.fromEntries(kept.map(([property, value]) => [columnOf(property), value]));
  });
  const [first] = rows;
  if (!first) return;

  const columns = Object.keys(first);
  await manager.query(
    `INSERT INTO ${roster} AS kept (county_code, ${columns.join(', ')})
     SELECT $1, ${columns.join(', ')} FROM jsonb_populate_recordset(NULL::${roster}, $2)
     ON CONFLICT (county_code, ${key}) DO UPDATE
     SET (${columns.join(', ')}) = ROW (${columns.map((column) => `excluded.${column}`).join(', ')})
     WHERE excluded.version > kept.version`,
    [ours[0]?.countyCode, JSON.stringify(rows)],
  );
}
