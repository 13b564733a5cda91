import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { type FeedEvent, newEvent } from '../contract/event.ts';
import { studentChanged } from '../contract/student-changed.ts';
import { createFeed } from '../feed/feed.ts';
import { outboxTables } from '../outbox/outbox.tables.ts';
import { recordEvents } from '../outbox/record-events.ts';
import { helan, student, yongning } from '../trial/samples.ts';
import { memoryLog, serve, type Served } from '../trial/serve.ts';
import { breakingClient, hangUp } from '../trial/breaking-client.ts';
import { inCounty, openDatabase } from '../trial/database.ts';
import { emptyFeed, openOffice, type TrialOffice } from '../trial/trial-office.ts';
import { until } from '../trial/until.ts';
import { startOver } from './start-over.ts';
import { Subscription, type SubscriptionOptions } from './subscription.ts';
import { subscriptionTables } from './subscription.tables.ts';

const source = '/bureau/enrollment';
const key = 'key-of-student-aid';

/** What the subscriber does: it notes each event, under row-level security, and how it was set. */
const noteTable = (role: string) => `
  CREATE TABLE note (number bigint GENERATED ALWAYS AS IDENTITY, county_code text, event_id uuid, name text, township text);
  ALTER TABLE note ENABLE ROW LEVEL SECURITY;
  CREATE POLICY reach ON note TO ${role} USING (county_code = current_setting('bureau.county', true));
  CREATE POLICY rebuild ON note FOR DELETE TO ${role} USING (current_setting('bureau.rebuild', true) = 'on');
  GRANT SELECT, INSERT, DELETE ON note TO ${role};`;

const noting = async (manager: EntityManager, events: FeedEvent[]) => {
  const notes = events.map(({ countyCode, id, data }) => ({
    countyCode,
    id,
    name: studentChanged.data.parse(data).name,
  }));
  await manager.query(
    `INSERT INTO note (county_code, event_id, name, township)
     SELECT "countyCode", id, name, current_setting('bureau.township')
     FROM ROWS FROM (jsonb_to_recordset($1) AS ("countyCode" text, id uuid, name text))
       WITH ORDINALITY AS event ("countyCode", id, name, number) ORDER BY number`,
    [JSON.stringify(notes)],
  );
};

let producer: TrialOffice;
let consumer: TrialOffice;
let feed: Served;
let log: ReturnType<typeof memoryLog>;
let running: { ending: AbortController; run: Promise<void> }[];

beforeAll(async () => {
  producer = await openOffice('enrollment', outboxTables);
  consumer = await openOffice('student-aid', (role) => subscriptionTables(role) + noteTable(role));
});
afterAll(async () => {
  await producer[Symbol.asyncDispose]();
  await consumer[Symbol.asyncDispose]();
});

beforeEach(async () => {
  await emptyFeed(producer);
  await consumer.owner.query('TRUNCATE note, subscription_cursor');
  log = memoryLog();
  running = [];
  const subscribers = new Map([[key, { name: 'student-aid', types: [studentChanged.type] }]]);
  const produced = createFeed({ dataSource: producer.dataSource, source, subscribers, log: memoryLog() });
  start(produced);
  feed = await serve(produced.handle);
});
afterEach(async () => {
  for (const { ending } of running) ending.abort();
  await Promise.all(running.map(({ run }) => run));
  await feed[Symbol.asyncDispose]();
});

function start<Running extends { run(signal: AbortSignal): Promise<void> }>(what: Running): Running {
  const ending = new AbortController();
  running.push({ ending, run: what.run(ending.signal) });
  return what;
}

const quick = { first: 20, longest: 100 };
const subscription = (options: Partial<SubscriptionOptions> = {}) =>
  new Subscription({
    source,
    key,
    url: feed.url,
    dataSource: consumer.dataSource,
    apply: noting,
    log,
    retry: quick,
    retryEvent: quick,
    ...options,
  });

const record = (names: string[], county = yongning) =>
  inCounty(producer.dataSource, county, (manager) =>
    recordEvents(
      manager,
      names.map((name) => newEvent(studentChanged, county, student({ name }))),
    ),
  );
const noted = async () =>
  (await consumer.owner.query<{ name: string }[]>('SELECT name FROM note ORDER BY number')).map(({ name }) => name);
const cursor = async () => (await consumer.owner.query('SELECT position::int FROM subscription_cursor'))[0]?.position;
const numbered = (count: number, prefix = '第') => Array.from({ length: count }, (_, number) => `${prefix}${number}`);

it('applies everything once, in order, and says that it has', async () => {
  await record(numbered(5_000));
  const events = start(subscription());
  expect(events.status()).toEqual({ source, position: 0, head: null, lagging: true, lastError: null });
  await until('all applied', async () => (await cursor()) === 5_000);
  await record(['马']);
  await until('the next, too', async () => (await cursor()) === 5_001);
  expect(await noted()).toEqual([...numbered(5_000), '马']);
  await until('up to date', () => !events.status().lagging);
  expect(events.status()).toEqual({ source, position: 5_001, head: 5_001, lagging: false, lastError: null });
  expect(log.lines).toEqual([]);
});

it('applies each event once when three instances run', async () => {
  await record(numbered(3_000));
  for (let instance = 0; instance < 3; instance++) start(subscription());
  for (const name of numbered(20, '后')) await record([name]);
  await until('all applied', async () => (await cursor()) === 3_020);
  expect(await noted()).toEqual([...numbered(3_000), ...numbered(20, '后')]);
  expect(log.lines).toEqual([]);
});

it('acts for one county at a time, in the order of each', async () => {
  for (const name of ['甲', '乙', '丙']) {
    await record([`永宁${name}`]);
    await record([`贺兰${name}`], helan);
  }
  start(subscription());
  await until('all applied', async () => (await cursor()) === 6);
  expect(await noted()).toEqual(['永宁甲', '永宁乙', '永宁丙', '贺兰甲', '贺兰乙', '贺兰丙']);
  expect(await consumer.owner.query('SELECT DISTINCT township FROM note')).toEqual([{ township: '' }]);
});

it('stands before an event that cannot be applied, says which, and goes on when it can', async () => {
  await record(numbered(900));
  let isMended = false;
  const events = start(
    subscription({
      apply: async (manager, batch) => {
        await noting(manager, batch);
        if (!isMended && batch.some(({ position }) => position === 700)) throw new Error(`第699 is a child's name`);
      },
    }),
  );
  await until('tried repeatedly', () => (events.status().lastError?.startsWith('event') ? true : false));
  await until('all before it applied', async () => (await cursor()) === 699);
  expect(await noted()).toEqual(numbered(699));
  const [{ id }] = await producer.owner.query(`SELECT id FROM outbox_event WHERE position = 700`);
  expect(events.status()).toMatchObject({
    lagging: true,
    lastError: expect.stringMatching(`^event ${id} cannot be applied: Error`),
  });

  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(log.lines).toEqual([
    {
      level: 'error',
      fields: {
        source,
        eventId: id,
        type: studentChanged.type,
        fault: expect.stringMatching(`^event ${id} cannot be applied`),
      },
      message: 'events do not flow',
    },
  ]);
  expect(JSON.stringify([log.lines, events.status()])).not.toContain('第699');

  isMended = true;
  await until('the rest applied', async () => (await cursor()) === 900);
  expect(await noted()).toEqual(numbered(900));
  await until('well again', () => events.status().lastError === null);
});

it('does not take a swallowed database error for success', async () => {
  await record(['马']);
  const events = start(subscription({ apply: (manager) => manager.query('SELECT 1 / 0').catch(() => undefined) }));
  await until('noticed', () => events.status().lastError !== null);
  expect(events.status().lastError).toMatch(/^event .* cannot be applied: QueryFailedError 25P02/);
  expect(await cursor()).toBe(0);
});

it.each([true, false])(
  'applies each event once whichever statement its connection breaks at (sent: %s)',
  async (isSent) => {
    let expected: string[] = [];
    for (let atStatement = 1, hasBroken = true; hasBroken; atStatement++) {
      hasBroken = false;
      const breaking = breakingClient({ atStatement, isSent }, (client) => {
        hasBroken = true;
        hangUp(client);
      });
      const names = [`${atStatement}甲`, `${atStatement}乙`];
      await record(names);
      expected = [...expected, ...names];

      const dataSource = await openDatabase(consumer.serviceUrl, breaking).catch(() =>
        openDatabase(consumer.serviceUrl),
      );
      const ending = new AbortController();
      const run = subscription({ dataSource }).run(ending.signal);
      await until('all applied', async () => (await cursor()) === expected.length);
      ending.abort();
      await run;
      await dataSource.destroy();
      expect(await noted()).toEqual(expected);
    }
    expect(expected.length).toBeGreaterThan(20);
  },
);

it('recovers when the producer comes back', async () => {
  const { port } = new URL(feed.url);
  await feed[Symbol.asyncDispose]();
  const events = start(subscription());
  await until('noticed', () => events.status().lastError !== null);
  expect(events.status().lastError).toMatch(/ECONNREFUSED/);

  const subscribers = new Map([[key, { name: 'student-aid', types: [studentChanged.type] }]]);
  feed = await serve(createFeed({ dataSource: producer.dataSource, source, subscribers, log }).handle, Number(port));
  await record(['马']);
  await until('applied', async () => (await cursor()) === 1);
  expect(await noted()).toEqual(['马']);
  expect(log.lines.map(({ message }) => message)).toEqual(['events do not flow', 'events flow again']);
});

it('rebuilds what was made of the events, and nobody sees half of it', async () => {
  await record(numbered(10));
  await record(['贺兰'], helan);
  start(subscription());
  await until('all applied', async () => (await cursor()) === 11);

  const clear = (manager: EntityManager) => manager.query('DELETE FROM note');
  const failed = startOver(consumer.dataSource, source, async (manager) => {
    await clear(manager);
    throw new Error('not today');
  });
  await expect(failed).rejects.toThrow('not today');
  expect([await cursor(), (await noted()).length]).toEqual([11, 11]);

  await consumer.owner.query(`UPDATE note SET name = 'spoilt'`);
  await startOver(consumer.dataSource, source, clear);
  expect([await cursor(), await noted()]).toEqual([0, []]);
  await record(['马'], helan);
  await until('all applied again', async () => (await cursor()) === 12);
  expect(await noted()).toEqual([...numbered(10), '贺兰', '马']);
});

it('stops when the feed is another one, until it is rebuilt', async () => {
  await record(['甲', '乙']);
  const events = start(subscription());
  await until('applied', async () => (await cursor()) === 2);
  await producer.owner.query('UPDATE feed_head SET feed_id = $1', [uuidv7()]);
  await record(['丙']);
  await until('noticed', () => events.status().lastError === 'the producer has another feed now: rebuild the rosters');
  expect(await noted()).toEqual(['甲', '乙']);

  await startOver(consumer.dataSource, source, (manager) => manager.query('DELETE FROM note'));
  await until('applied again', async () => (await cursor()) === 3);
  expect(await noted()).toEqual(['甲', '乙', '丙']);
});

it('says that its key is not known', async () => {
  const events = start(subscription({ key: 'some-other-key' }));
  await until('noticed', () => events.status().lastError !== null);
  expect(events.status().lastError).toBe('the producer does not know our feed key');
});

it('refuses a page that is not in order, and applies none of it', async () => {
  const event = (position: number, changes: object = {}) => ({
    specversion: '1.0',
    id: uuidv7(),
    source,
    type: studentChanged.type,
    subject: `640121.${uuidv7()}`,
    time: '2024-09-01T00:00:00Z',
    datacontenttype: 'application/json',
    dataschema: studentChanged.dataschema,
    countycode: '640121',
    position: String(position),
    data: student(),
    ...changes,
  });
  const twice = event(1);
  const notABatch = /^the page is not a batch of CloudEvents from a feed$/;
  const pages: [unknown, RegExp][] = [
    [[event(1), event(1)], /is out of order$/],
    [[event(2), event(1)], /is out of order$/],
    [[event(4)], /is out of order$/],
    [[twice, { ...twice, position: '2' }], /is there twice$/],
    [[event(1, { source: '/bureau/student-aid' })], /is from another source$/],
    [[event(1, { subject: `640122.${uuidv7()}` })], notABatch],
    [[event(1, { id: undefined })], notABatch],
    [[event(1, { position: '01' })], notABatch],
    [[event(1, { specversion: '0.3' })], notABatch],
    [{ error: 'none' }, notABatch],
    [undefined, notABatch],
  ];
  let body: unknown;
  await using garbage = await serve((_request, response) => {
    response.writeHead(200, {
      'content-type': 'application/cloudevents-batch+json',
      'feed-id': '0192a000-0000-7000-8000-000000000000',
      'feed-head': 3,
      'feed-next': 3,
    });
    response.end(body === undefined ? '[{' : JSON.stringify(body));
  });
  for (const [page, refusal] of pages) {
    body = page;
    const events = subscription({ url: garbage.url });
    const ending = new AbortController();
    const run = events.run(ending.signal);
    await until('refused', () => events.status().lastError !== null);
    ending.abort();
    await run;
    expect(events.status().lastError).toMatch(refusal);
  }
  expect([await cursor(), await noted()]).toEqual([0, []]);
});
