import { request as httpRequest } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import { newEvent } from '../contract/event.ts';
import { schoolChanged } from '../contract/school-changed.ts';
import { schoolHeadcountChanged } from '../contract/school-headcount-changed.ts';
import { studentChanged } from '../contract/student-changed.ts';
import { outboxTables } from '../outbox/outbox.tables.ts';
import { recordEvents } from '../outbox/record-events.ts';
import { headcount, school, student, yongning } from '../trial/samples.ts';
import { memoryLog, serve, type Served } from '../trial/serve.ts';
import { inCounty } from '../trial/database.ts';
import { emptyFeed, openOffice, type TrialOffice } from '../trial/trial-office.ts';
import { until } from '../trial/until.ts';
import { createFeed } from './feed.ts';

const source = '/bureau/enrollment';
const keys = { aid: 'key-of-student-aid', internet: 'key-of-internet-plus' };
const subscribers = new Map([
  [keys.aid, { name: 'student-aid', types: [studentChanged.type, schoolChanged.type] }],
  [keys.internet, { name: 'internet-plus', types: [schoolChanged.type, schoolHeadcountChanged.type] }],
]);

let office: TrialOffice;
let served: Served;
let ending: AbortController;
let running: Promise<void>;
let log: ReturnType<typeof memoryLog>;
let polls: Promise<void>[];

beforeAll(async () => void (office = await openOffice('enrollment', outboxTables)));
afterAll(() => office[Symbol.asyncDispose]());

beforeEach(async () => {
  await emptyFeed(office);
  log = memoryLog();
  const feed = createFeed({ dataSource: office.dataSource, source, subscribers, log });
  ending = new AbortController();
  running = feed.run(ending.signal);
  polls = [];
  served = await serve((request, response) => {
    const poll = feed.handle(request, response);
    polls.push(poll);
    return poll;
  });
});
afterEach(async () => {
  ending.abort();
  await running;
  await served[Symbol.asyncDispose]();
});

const record = (...states: ReturnType<typeof student>[]) =>
  inCounty(office.dataSource, yongning, (manager) =>
    recordEvents(
      manager,
      states.map((state) => newEvent(studentChanged, yongning, state)),
    ),
  );

const read = (query: string, key = keys.aid) =>
  fetch(`${served.url}?${query}`, { headers: { authorization: `Bearer ${key}` } });
const positions = async (answer: Response) =>
  ((await answer.json()) as { position: string }[]).map(({ position }) => position);

it('gives a batch of CloudEvents with the end of the feed and where to go on', async () => {
  const state = student();
  await record(state);
  const answer = await read('after=0');
  expect(answer.status).toBe(200);
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'content-type': 'application/cloudevents-batch+json; charset=utf-8',
    'feed-id': expect.stringMatching(/^[0-9a-f-]{36}$/),
    'feed-head': '1',
    'feed-next': '1',
    'cache-control': 'no-store',
  });
  expect(await answer.json()).toEqual([
    {
      specversion: '1.0',
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      source,
      type: 'bureau.enrollment.student.changed',
      subject: `640121.${state.id}`,
      time: expect.stringMatching(/^20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
      datacontenttype: 'application/json',
      dataschema: 'urn:bureau:event:enrollment.student.changed:1',
      countycode: '640121',
      position: '1',
      data: state,
    },
  ]);
});

it('tells internet-plus of schools and counts, and passes over every child', async () => {
  await record(student());
  await inCounty(office.dataSource, yongning, (manager) =>
    recordEvents(manager, [
      newEvent(schoolChanged, yongning, school()),
      newEvent(studentChanged, yongning, student()),
      newEvent(schoolHeadcountChanged, yongning, headcount()),
      newEvent(studentChanged, yongning, student({ name: '不可见' })),
    ]),
  );
  const answer = await read('after=0', keys.internet);
  expect(answer.headers.get('feed-next')).toBe('5');
  const text = await answer.text();
  expect(
    (JSON.parse(text) as { type: string; position: string }[]).map(({ type, position }) => [position, type]),
  ).toEqual([
    ['2', 'bureau.enrollment.school.changed'],
    ['4', 'bureau.enrollment.school.headcount.changed'],
  ]);
  expect(text).not.toContain('不可见');
});

it('replays from the start, a page at a time', async () => {
  await record(...Array.from({ length: 5 }, () => student()));
  expect(await positions(await read('after=0&limit=2'))).toEqual(['1', '2']);
  expect(await positions(await read('after=2&limit=2'))).toEqual(['3', '4']);
  expect(await positions(await read('after=4&limit=2'))).toEqual(['5']);
  expect(await positions(await read('after=5&limit=2'))).toEqual([]);
});

describe('a long poll', () => {
  it('is answered as soon as something is committed', async () => {
    await until('listening', async () => (await listeners()) === 1);
    const answer = await waitingPoll();
    const began = Date.now();
    await record(student());
    expect(await positions(await answer.promise)).toEqual(['1']);
    expect(Date.now() - began).toBeLessThan(1_000);
  });

  it('of internet-plus goes on waiting over changes of children, and then skips them', async () => {
    const answer = read('after=0&wait=1', keys.internet);
    await record(student(), student());
    const answered = await answer;
    expect([await positions(answered), answered.headers.get('feed-next')]).toEqual([[], '2']);
  });

  it('is answered empty when the wait is over', async () => {
    expect(await positions(await read('after=0&wait=1'))).toEqual([]);
  });

  it('ends when the service does', async () => {
    const answer = await waitingPoll();
    ending.abort();
    expect(await positions(await answer.promise)).toEqual([]);
  });

  it('ends when the subscriber is gone', async () => {
    const client = httpRequest(`${served.url}?wait=30`, { headers: { authorization: `Bearer ${keys.aid}` } });
    client.on('error', () => undefined);
    client.end();
    await until('the poll has begun', () => polls.length === 1);
    await sleep(200);
    const began = Date.now();
    client.destroy();
    await polls[0];
    expect(Date.now() - began).toBeLessThan(1_000);
    expect(log.lines).toEqual([]);
  });

  it('is still answered after the listening connection broke', async () => {
    await until('listening', async () => (await listeners()) === 1);
    const whileDeaf = await waitingPoll();
    await office.dataSource.query(`SELECT pg_terminate_backend(pid) ${LISTENERS}`);
    await record(student());
    expect(await positions(await whileDeaf.promise)).toEqual(['1']);

    await until('listening again', async () => (await listeners()) === 1);
    const afterwards = await waitingPoll('after=1');
    await record(student());
    expect(await positions(await afterwards.promise)).toEqual(['2']);
    expect(log.lines).toEqual([
      {
        level: 'warn',
        fields: { fault: expect.stringMatching(/^error 57P01/) },
        message: 'not told of new events; looking every few seconds',
      },
    ]);
  });
});

/** A poll that has looked, found nothing and waits. */
async function waitingPoll(query = 'after=0'): Promise<{ promise: Promise<Response> }> {
  const promise = read(`${query}&wait=30`);
  const before = polls.length;
  await until('the poll has begun', () => polls.length > before);
  await sleep(200);
  return { promise };
}

const LISTENERS = `FROM pg_stat_activity WHERE query LIKE 'LISTEN%' AND datname = current_database() AND usename = current_user`;
const listeners = async () => (await office.dataSource.query(`SELECT ${LISTENERS}`)).length;

it('compresses for whoever accepts it', async () => {
  await record(...Array.from({ length: 50 }, () => student()));
  const body = (coding: string) =>
    new Promise<{ coding: string | undefined; bytes: Buffer }>((resolve, reject) => {
      httpRequest(
        served.url,
        { headers: { authorization: `Bearer ${keys.aid}`, 'accept-encoding': coding } },
        (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('end', () =>
            resolve({ coding: response.headers['content-encoding'], bytes: Buffer.concat(chunks) }),
          );
        },
      )
        .on('error', reject)
        .end();
    });
  const [plain, compressed, refused] = [await body('br'), await body('br, gzip;q=0.8'), await body('gzip;q=0, *')];
  expect([plain.coding, compressed.coding, refused.coding]).toEqual([undefined, 'gzip', undefined]);
  expect(gunzipSync(compressed.bytes)).toEqual(plain.bytes);
  expect(compressed.bytes.length).toBeLessThan(plain.bytes.length / 2);
});

describe('one clear error', () => {
  const problem = async (answer: Response) => {
    expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    return [answer.status, ((await answer.json()) as { detail: string }).detail];
  };

  it.each([
    ['after=-1', 'after must be one whole number from 0 to 9007199254740991'],
    ['limit=2001', 'limit must be one whole number from 1 to 2000'],
    ['wait=31', 'wait must be one whole number from 0 to 30'],
    ['afer=1', 'the parameters are after, limit and wait'],
  ])('for %s', async (query, detail) => {
    expect(await problem(await read(query))).toEqual([400, detail]);
  });

  it('for a missing or unknown key', async () => {
    const detail = 'a feed key is needed: Authorization: Bearer <key>';
    expect(await problem(await fetch(served.url))).toEqual([401, detail]);
    expect(await problem(await read('', 'not-a-key'))).toEqual([401, detail]);
  });

  it('for another method', async () => {
    expect(await problem(await fetch(served.url, { method: 'POST' }))).toEqual([405, 'the feed is read with GET']);
  });

  it('for a cursor beyond the end: the feed is another one', async () => {
    await record(student());
    expect(await problem(await read('after=2'))).toEqual([409, 'the feed ends at 1: it is not the one that was read']);
  });

  it('while the database does not answer, without a word of what was in it', async () => {
    await office.owner.query('ALTER TABLE outbox_event RENAME TO outbox_event_away');
    expect(await problem(await read('after=0'))).toEqual([503, 'the feed cannot be read at the moment']);
    expect(log.lines).toEqual([
      {
        level: 'error',
        fields: { fault: expect.stringMatching(/^QueryFailedError 42P01/), subscriber: 'student-aid' },
        message: 'the feed cannot be read',
      },
    ]);
    await office.owner.query('ALTER TABLE outbox_event_away RENAME TO outbox_event');
  });
});
