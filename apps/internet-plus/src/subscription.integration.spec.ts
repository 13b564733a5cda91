import { setTimeout as sleep } from 'node:timers/promises';
import {
  createFeed,
  enrollmentSubscription,
  newEvent,
  type NewEvent,
  outboxTables,
  recordEvents,
  schoolChanged,
  schoolHeadcountChanged,
  studentChanged,
  subscribersOf,
  type SubscriptionStatus,
} from '@bureau/events';
import { buildOfficeSchema, type Companion, createHttpServer, drain, listen, newId } from '@bureau/subgraph';
import { createOfficeDatabase, type OfficeDatabase } from '@bureau/testing';
import { pino } from 'pino';
import { COLUMNS } from './seed/columns.seed.ts';
import { internetPlusOffice } from './office.ts';
import { type Bench, openBench } from './seed/bench.seed.ts';
import { keepRoster } from './subscription.ts';

const KEY = 'the-feed-key-of-internet-plus';
const log = pino({ level: 'silent' });

class CreateOutbox1763900100000 {
  async up(runner: { query: (sql: string) => Promise<unknown> }): Promise<void> {
    await runner.query(outboxTables('enrollment'));
  }
  async down(): Promise<void> {}
}

/** An enrollment office that has nothing but a feed, and lets internet-plus read even what it must not be told. */
let enrollment: OfficeDatabase;
let bench: Bench;
let follower: Companion;
const ending = new AbortController();
const running: Promise<void>[] = [];
let server: ReturnType<typeof createHttpServer>;
beforeAll(async () => {
  enrollment = await createOfficeDatabase('enrollment', { entities: [], migrations: [CreateOutbox1763900100000] });
  bench = await openBench();
  const everything = [schoolChanged.type, schoolHeadcountChanged.type, studentChanged.type];
  const subscribers = subscribersOf(`internet-plus=${KEY}`, { 'internet-plus': everything });
  const feed = createFeed({ dataSource: enrollment.dataSource, source: '/bureau/enrollment', subscribers, log });
  server = createHttpServer({ '/events': feed.handle }, () => undefined);
  const port = await listen(server, '127.0.0.1', 0);
  follower = enrollmentSubscription({ url: `http://127.0.0.1:${port}/events`, key: KEY, apply: keepRoster })({
    dataSource: bench.database.dataSource,
    log,
  });
  running.push(feed.run(ending.signal), follower.run?.(ending.signal) ?? Promise.resolve());
});
afterAll(async () => {
  ending.abort();
  await drain(server, 1_000);
  await Promise.all(running);
  await bench.close();
  await enrollment.drop();
});

const status = () => follower.status?.() as { enrollmentFeed: SubscriptionStatus };

/** Writes to the outbox of enrollment and waits until this office has followed. */
async function tell(events: NewEvent[]): Promise<void> {
  const { position } = status().enrollmentFeed;
  await enrollment.dataSource.transaction(async (manager) => {
    await manager.query(`SELECT set_config('bureau.county', '640121', true)`);
    await recordEvents(manager, events);
  });
  for (
    const deadline = Date.now() + 20_000;
    status().enrollmentFeed.position < position + events.length;
    await sleep(15)
  )
    if (Date.now() > deadline) throw new Error(`still not there: ${JSON.stringify(status())}`);
}

const school = (id: string, given: { closesOn?: string | null; version: number }) =>
  newEvent(schoolChanged, '640121', {
    id,
    code: '2164000001',
    name: '永宁县第一小学',
    kind: '211',
    townshipCode: '640121101',
    opensOn: '1985-09-01',
    closesOn: null,
    successorIds: [],
    ...given,
  });

const child = { id: newId(), name: '马小明' };
const student = (schoolId: string) =>
  newEvent(studentChanged, '640121', {
    ...child,
    schoolId,
    classId: newId(),
    townshipCode: '640121101',
    stage: 'PRIMARY',
    grade: 3,
    rollStatus: 'ACTIVE',
    attendancePlacement: 'IN_SCHOOL',
    bornOn: '2015-03-01',
    sex: '1',
    identityIndex: null,
    boarding: null,
    effectiveOn: '2024-09-01',
    version: 1,
  });

const headcount = (schoolId: string, students: number, version: number) =>
  newEvent(schoolHeadcountChanged, '640121', {
    schoolId,
    asOf: '2024-09-01',
    classes: 2,
    students,
    byStage: [{ stage: 'PRIMARY' as const, classes: 2, students }],
    version,
  });

async function countedSchools(): Promise<unknown> {
  const { data } = await bench.desk.as({ roles: ['county-leader'] })(
    '{ internetPlusSchools(filter: { schoolYear: 2024 }) { nodes { id } } }',
  );
  return data?.internetPlusSchools;
}

it('follows the schools and their headcounts, and says how far it is', async () => {
  const [stays, closes] = [newId(), newId()];
  await tell([school(stays, { version: 1 }), school(closes, { version: 1 }), headcount(stays, 80, 1)]);
  expect(await countedSchools()).toEqual({ nodes: [{ id: `640121.${stays}` }, { id: `640121.${closes}` }] });

  await tell([school(closes, { closesOn: '2024-09-01', version: 2 }), headcount(stays, 83, 2)]);
  expect(await countedSchools()).toEqual({ nodes: [{ id: `640121.${stays}` }] });
  expect(await bench.database.arrange('SELECT school_id, classes, students FROM school_headcount')).toEqual([
    { school_id: stays, classes: 2, students: 83 },
  ]);
  expect(status()).toEqual({
    enrollmentFeed: { source: '/bureau/enrollment', position: 5, head: 5, lagging: false, lastError: null },
  });
});

describe('no child is known here', () => {
  it('not even when the feed tells of one', async () => {
    await tell([school(newId(), { version: 1 }), student(newId()), headcount(newId(), 1, 1)]);
    const tables = (await bench.database.arrange(
      `SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace`,
    )) as { relname: string }[];
    expect(tables.length).toBeGreaterThan(6);
    for (const { relname } of tables) {
      const [{ text } = { text: '' }] = (await bench.database.arrange(
        `SELECT coalesce(string_agg(kept::text, ' '), '') AS text FROM ${relname} kept`,
      )) as { text: string }[];
      expect([relname, text.includes(child.name), text.includes(child.id)]).toEqual([relname, false, false]);
    }
  });

  it('no column could hold a child’s name, number or id', async () => {
    const columns = (await bench.database.arrange(
      `SELECT table_name || '.' || column_name AS name FROM information_schema.columns
       WHERE table_schema = 'public' AND data_type NOT IN
         ('smallint', 'integer', 'bigint', 'boolean', 'date', 'timestamp with time zone')
       ORDER BY 1`,
    )) as { name: string }[];
    expect(columns.map(({ name }) => name)).toEqual(Object.keys(COLUMNS).sort());
  });

  it('the schema has no child', () => {
    const schema = buildOfficeSchema(internetPlusOffice({ now: () => new Date() }));
    const names = Object.keys(schema.getTypeMap()).filter((name) => /student|pupil|child|guardian|person/i.test(name));
    expect(names).toEqual([]);
  });
});
