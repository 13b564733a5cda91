import { setTimeout as sleep } from 'node:timers/promises';
import { clearRosters } from './roster/roster.ts';
import { startOver } from './subscription/start-over.ts';
import { Subscription } from './subscription/subscription.ts';
import { applyAndCount } from './trial/applied.ts';
import { type Chance, chanceOf } from './trial/chance.ts';
import { openDatabase } from './trial/database.ts';
import { Killable } from './trial/killable.ts';
import { addPupils } from './trial/pupils.ts';
import { helan, student, yongning } from './trial/samples.ts';
import { memoryLog } from './trial/serve.ts';
import { freePort, TwoOffices } from './trial/two-offices.ts';
import { until } from './trial/until.ts';

const isDeep = process.env.DEEP === '1';
const kills = isDeep ? 200 : 14;

const source = '/bureau/enrollment';
const key = 'key-of-the-trial';

let offices: TwoOffices;
let port: number;
beforeAll(async () => {
  offices = await TwoOffices.open();
  port = await freePort();
});
afterAll(() => offices[Symbol.asyncDispose]());

const feedUrl = () => `http://127.0.0.1:${port}/events`;
const shared = () => ({ FEED_KEY: key, SOURCE: source, FEED_URL: feedUrl() });

interface Counted {
  id: string;
  county: string;
}

const published = () =>
  offices.enrollment.query<(Counted & { position: string; change: string })[]>(
    `SELECT id, county_code AS county, position, split_part(subject, '.', 2) || ' ' || (data->>'version') AS change
     FROM outbox_event ORDER BY position`,
  );
const applied = () =>
  offices.studentAid.query<Counted[]>('SELECT event_id AS id, county_code AS county FROM applied ORDER BY number');

const STATE = `jsonb_build_object('id', id, 'schoolId', school_id, 'classId', class_id, 'townshipCode', township_code, 'name', name,
  'stage', stage, 'grade', grade, 'rollStatus', roll_status, 'attendancePlacement', attendance_placement, 'bornOn', born_on,
  'sex', sex, 'boarding', boarding, 'identityIndex', identity_index, 'effectiveOn', effective_on, 'version', version)`;
const pupils = () => offices.enrollment.query('SELECT county_code, state FROM pupil ORDER BY id');
const roster = () => offices.studentAid.query(`SELECT county_code, ${STATE} AS state FROM student_roster ORDER BY id`);

async function isCaughtUp(): Promise<boolean> {
  const [head] = await offices.enrollment.query(
    `SELECT position, EXISTS (SELECT FROM outbox_event WHERE position IS NULL) AS is_waiting FROM feed_head`,
  );
  const [cursor] = await offices.studentAid.query('SELECT position FROM subscription_cursor');
  return !head.is_waiting && head.position === cursor?.position;
}

const idsIn = (county: string, events: Counted[]) =>
  events.filter((event) => event.county === county).map(({ id }) => id);

/** Every event once, in the order of the feed, and the roster is what the children are. */
async function expectExactlyOnce(): Promise<void> {
  const [events, applications] = [await published(), await applied()];
  for (const county of [yongning, helan]) expect(idsIn(county, applications)).toEqual(idsIn(county, events));
  expect(applications.length).toBe(events.length);
  expect(events.map(({ position }) => Number(position))).toEqual(events.map((_, index) => index + 1));
  expect(await roster()).toEqual(await pupils());
}

async function addChildren(): Promise<void> {
  const service = await openDatabase(offices.serviceUrl('enrollment'));
  await addPupils(
    service,
    yongning,
    Array.from({ length: 4_000 }, () => student()),
  );
  await addPupils(
    service,
    helan,
    Array.from({ length: 500 }, () => student()),
  );
  await service.destroy();
}

/**
 * Ends processes at any moment, or has them end themselves at a statement of theirs, ends connections, and once the server
 * itself; whatever it is comes back.
 */
async function killAtRandom(chance: Chance, programs: readonly [Killable, ...Killable[]]): Promise<void> {
  const restart = async (program: Killable) => {
    const dies = { DIES_AT: String(chance.whole(10, 120)), DIES_SENDING: String(chance.happens(0.5)) };
    await program.start(chance.happens(0.7) ? dies : {});
  };
  await Promise.all(programs.map(restart));
  for (let kill = 0; kill < kills; kill++) {
    await sleep(chance.whole(0, 700));
    if (kill === Math.floor(kills / 2)) await offices.killServer();
    else if (chance.happens(0.2)) await offices.endConnections(0.7);
    else if (programs.every(({ isAlive }) => isAlive)) await chance.oneOf(programs).kill();
    await Promise.all(programs.filter(({ isAlive }) => !isAlive).map(restart));
  }
}

async function replayFromZero(): Promise<void> {
  const dataSource = await openDatabase(offices.serviceUrl('student_aid'));
  const subscription = new Subscription({
    source,
    key,
    url: feedUrl(),
    dataSource,
    apply: applyAndCount,
    log: memoryLog(),
  });
  await startOver(dataSource, source, async (manager) => {
    await clearRosters(manager, ['student_roster', 'school_roster']);
    await manager.query('DELETE FROM applied');
  });
  expect([await roster(), await applied()]).toEqual([[], []]);

  const ending = new AbortController();
  const running = subscription.run(ending.signal);
  await until('everything applied again', isCaughtUp, 60_000);
  ending.abort();
  await running;
  await dataSource.destroy();
}

it(
  `applies each event exactly once while producer, consumers and PostgreSQL are killed ${kills} times`,
  async () => {
    const acknowledged: string[] = [];
    const producer = new Killable(
      'producer.program.ts',
      { ...shared(), DATABASE_URL: offices.serviceUrl('enrollment'), PORT: String(port), WRITERS: '6' },
      (line) => acknowledged.push(line.replace('committed ', '')),
    );
    const consumer = () =>
      new Killable('consumer.program.ts', { ...shared(), DATABASE_URL: offices.serviceUrl('student_aid') });
    const programs = [producer, consumer(), consumer()] as const;

    await addChildren();
    try {
      await killAtRandom(chanceOf('kill'), programs);
      await Promise.all(programs.map((program) => program.kill()));
      await Promise.all(programs.map((program) => program.start({ WRITERS: '0' })));
      await until('everything applied', isCaughtUp, 60_000);
      await Promise.all(programs.slice(1).map((program) => program.kill()));

      await expectExactlyOnce();
      const kept = new Set((await published()).map(({ change }) => change));
      expect(acknowledged.filter((change) => change !== 'ready' && !kept.has(change))).toEqual([]);
      expect(acknowledged.length).toBeGreaterThan(kills * 10);
      expect(programs.map(({ errors }) => errors).join('')).not.toContain(student().name);

      await replayFromZero();
      await expectExactlyOnce();
    } finally {
      await Promise.all(programs.map((program) => program.kill()));
    }
  },
  isDeep ? 3_600_000 : 120_000,
);
