import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { connect, startPostgres } from '@bureau/postgres';
import { platformEnvironment, type PlatformRun, processOf, startPlatform } from '@bureau/testing';
import { schoolOfEveryOffice, schoolReport } from './school-report.fixture.ts';

const repository = join(import.meta.dirname, '../../..');
const REPORT = readFileSync(join(repository, 'apps/gateway/src/graphiql/county-report.graphql'), 'utf8');

/** What the bureau printed on 5 December 2024, as far as its sentences give figures. */
const PRINTED = {
  code: '640121',
  name: '永宁县',
  dropoutControl: { suspected: 1, returned: 1, open: 0 },
  primary: { percent: '100.00' },
  juniorSecondary: { percent: '99.73' },
  retentionRate: { percent: '100.00' },
  specialEducation: {
    children: 179,
    inclusiveClass: 122,
    specialSchoolInCounty: 0,
    specialSchoolOutOfCounty: 32,
    homeTeaching: 22,
    unplaced: 3,
    enrollmentRate: { numerator: 176, denominator: 179, percent: '98.32' },
  },
  studentAid: { personTimes: 6024, amount: '3322600.00' },
};

interface Answer {
  data?: { county: Record<string, Record<string, unknown>> | null } & Record<string, unknown>;
  errors?: { message: string; path?: string[]; extensions: { code: string; service?: string } }[];
}

let folder: string;
let platform: PlatformRun;
let leader: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'bureau-e2e-'));
  platform = await startPlatform(await platformEnvironment(join(folder, 'data')));
  leader = token('--role', 'county-leader');
}, 180_000);

afterAll(async () => {
  await platform.stop();
  rmSync(folder, { recursive: true, force: true });
});

function token(...words: string[]): string {
  const program = join(repository, 'tools/platform/src/token.ts');
  return execFileSync(process.execPath, [program, ...words], { env: platform.environment, encoding: 'utf8' }).trim();
}

async function ask(
  query: string,
  variables: object = {},
  bearer: string | undefined = leader,
): Promise<Answer & { status: number }> {
  const response = await fetch(`${platform.url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'accept-language': 'en',
      ...(bearer && { authorization: `Bearer ${bearer}` }),
    },
    body: JSON.stringify({ query, variables }),
  });
  return { status: response.status, ...((await response.json()) as Answer) };
}

const report = (bearer?: string) => ask(REPORT, { county: '640121' }, bearer);

/** Until the answer is what it must come to: rosters arrive by events, processes come back by themselves. */
async function eventually<T>(read: () => Promise<T>, isThere: (value: T) => boolean): Promise<T> {
  for (const deadline = Date.now() + 60_000; ; await sleep(100)) {
    const value = await read();
    if (isThere(value)) return value;
    if (Date.now() > deadline) throw new Error(`still ${JSON.stringify(value).slice(0, 1000)}`);
  }
}

async function inDatabase(database: string, sql: string): Promise<Record<string, unknown>[]> {
  const { superuser } = await startPostgres({ dataDir: join(folder, 'data/postgres'), durable: true });
  await using client = await connect({ ...superuser, database });
  return (await client.query<Record<string, unknown>>(sql)).rows;
}

it('the report of 2024 comes out of the rows', async () => {
  const { data, errors } = await report();
  expect(errors).toBeUndefined();
  expect(data?.county).toMatchObject(PRINTED);
  const { internetPlus, studentAid } = data?.county ?? {};
  expect(internetPlus?.['schools']).toBeGreaterThanOrEqual(50);
  const programmes = studentAid?.['byProgram'] as { personTimes: number }[];
  expect(programmes.reduce((sum, { personTimes }) => sum + personTimes, 0)).toBe(6024);
});

it('one row less is another figure', async () => {
  await inDatabase(
    'special_education',
    `DELETE FROM placement WHERE id IN (SELECT id FROM placement WHERE kind = 'HOME_TEACHING' AND ended_on IS NULL LIMIT 1)`,
  );
  await inDatabase(
    'student_aid',
    `DELETE FROM payment WHERE id IN (SELECT id FROM payment WHERE state = 'PAID' AND paid_on <= '2024-06-30' AND amount_fen = 62500 LIMIT 1)`,
  );
  const { data } = await report();
  expect(data?.county).toMatchObject({
    specialEducation: {
      children: 179,
      homeTeaching: 21,
      unplaced: 4,
      enrollmentRate: { numerator: 175, percent: '97.77' },
    },
    studentAid: { personTimes: 6023, amount: '3321975.00' },
  });
});

describe('a registrar of one school', () => {
  it('sees the rows of her school in every figure, and no child of another', async () => {
    const own = await schoolOfEveryOffice(inDatabase);
    const registrar = token('--role', 'school-registrar', '--school', own.code);

    const expected = await schoolReport(inDatabase, own.id);
    const { primary, juniorSecondary, retentionRate, specialEducation, studentAid, internetPlus } = expected;
    expect(primary.denominator + juniorSecondary.denominator).toBeGreaterThan(0);
    expect(retentionRate.denominator).toBeGreaterThan(0);
    expect(specialEducation.children).toBeGreaterThan(0);
    expect(studentAid.byProgram).not.toHaveLength(0);
    expect(internetPlus).toMatchObject({ schools: 1 });

    const { data, errors } = await report(registrar);
    expect(errors).toBeUndefined();
    expect(data?.county).toEqual(expected);

    const [roll] = await inDatabase('enrollment', `SELECT count(*)::int FROM student WHERE school_id = '${own.id}'`);
    const counted = await ask(
      '{ students(first: 1) { totalCount } schools { totalCount nodes { code } } }',
      {},
      registrar,
    );
    expect(counted.data).toEqual({
      students: { totalCount: roll?.['count'] },
      schools: { totalCount: 1, nodes: [{ code: own.code }] },
    });
  });

  it('reaches no child of another school', async () => {
    const own = await schoolOfEveryOffice(inDatabase);
    const registrar = token('--role', 'school-registrar', '--school', own.code);
    const [other] = await inDatabase(
      'enrollment',
      `SELECT county_code || '.' || id AS id, county_code || '.' || school_id AS school FROM student
       WHERE school_id <> '${own.id}' ORDER BY id LIMIT 1`,
    );
    const query =
      'query ($id: ID!, $schools: [ID!]) { student(id: $id) { id } students(filter: { schools: $schools }, first: 1) { totalCount nodes { id } } }';
    const variables = { id: other?.['id'], schools: [other?.['school']] };
    expect((await ask(query, variables)).data).toMatchObject({ student: { id: other?.['id'] } });
    expect((await ask(query, variables, registrar)).data).toEqual({
      student: null,
      students: { totalCount: 0, nodes: [] },
    });
  });
});

describe('a token that is none', () => {
  it.each([
    ['missing', undefined],
    ['nonsense', 'x.y.z'],
    ['forged', 'eyJhbGciOiJub25lIn0.eyJyb2xlcyI6WyJjb3VudHktbGVhZGVyIl19.'],
  ])('gets nothing: %s', async (_, bearer) => {
    const { data, errors } = await ask(REPORT, { county: '640121' }, bearer ?? '');
    expect(data ?? null).toBeNull();
    expect(errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
  });
});

it('a second npm start says so and leaves the first alone', async () => {
  const second = spawnSync(process.execPath, [join(repository, 'tools/platform/src/start.ts')], {
    env: platform.environment,
    encoding: 'utf8',
  });
  expect(second.status).toBe(1);
  expect(second.stderr).toContain(`(process ${platform.pid})`);
  expect(second.stderr).not.toMatch(/^\s+at /m);
  expect((await report()).errors).toBeUndefined();
});

it('with student aid stopped the others answer, the missing office is named, and it comes back by itself', async () => {
  const studentAid = processOf(platform.pid, 'apps/student-aid/src/main.ts');
  process.kill(studentAid, 'SIGSTOP');
  process.kill(studentAid, 'SIGKILL');
  const { data, errors } = await eventually(report, ({ errors: now }) => now !== undefined);
  expect(errors).toMatchObject([{ extensions: { code: 'SERVICE_UNAVAILABLE', service: 'student-aid' } }]);
  expect(data?.county).toMatchObject({ code: '640121', studentAid: null, dropoutControl: PRINTED.dropoutControl });
  expect(data?.county?.['internetPlus']).not.toBeNull();

  await eventually(report, ({ errors: now }) => now === undefined);
});

it('what was acknowledged survives kill -9 of the service and of PostgreSQL', async () => {
  const found = await ask(
    '{ students(filter: { rollStatuses: [ACTIVE], stages: [JUNIOR_SECONDARY] }, first: 1) { nodes { id } } }',
  );
  const student = (found.data?.['students'] as { nodes: { id: string }[] }).nodes[0]?.id;
  const opened = await ask(
    `mutation ($input: DropoutCaseOpenInput!) { dropoutCaseOpen(input: $input) { dropoutCase { id } userErrors { __typename } } }`,
    { input: { student, lastSeenOn: '2025-03-03', reasonCode: 'R06' } },
    token('--role', 'enrollment-office'),
  );
  const { dropoutCase } = opened.data?.['dropoutCaseOpen'] as { dropoutCase: { id: string } };

  process.kill(processOf(platform.pid, 'apps/enrollment/src/main.ts'), 'SIGKILL');
  process.kill(processOf(platform.pid, 'bin/postgres'), 'SIGKILL');

  const query = 'query ($id: ID!) { dropoutCase(id: $id) { stage student { id } } }';
  const kept = await eventually(
    () => ask(query, { id: dropoutCase.id }),
    ({ errors }) => errors === undefined,
  );
  expect(kept.data).toEqual({ dropoutCase: { stage: 'SUSPECTED', student: { id: student } } });
  await eventually(report, ({ errors }) => errors === undefined);
});

it('the rosters of the offices hold the children of the roll', async () => {
  const [roll] = await inDatabase(
    'enrollment',
    'SELECT count(*)::int AS children, sum(version)::int AS versions FROM student',
  );
  for (const database of ['special_education', 'student_aid']) {
    const roster = () =>
      inDatabase(database, 'SELECT count(*)::int AS children, sum(version)::int AS versions FROM student_roster');
    const [same] = await eventually(roster, ([row]) => JSON.stringify(row) === JSON.stringify(roll));
    expect(same).toEqual(roll);
  }
});

it('no log holds a child, a number or a token', async () => {
  const [child] = await inDatabase('enrollment', 'SELECT name FROM student ORDER BY name DESC LIMIT 1');
  const logsWith = (pattern: string) => {
    const { stdout } = spawnSync('grep', ['-rlaE', pattern, '.', '--include=*.log'], {
      cwd: join(folder, 'data'),
      encoding: 'utf8',
    });
    return stdout.split('\n').filter(Boolean).sort();
  };
  expect(logsWith('.')).toEqual([
    './logs/enrollment.log',
    './logs/gateway.log',
    './logs/internet-plus.log',
    './logs/special-education.log',
    './logs/student-aid.log',
    './postgres/postgres.log',
  ]);
  expect(logsWith(`${String(child?.['name'])}|99[0-9]{15}[0-9X]|eyJ[A-Za-z0-9_-]{20}`)).toEqual([]);
});

it('Ctrl-C ends everything', async () => {
  const started = processOf(platform.pid, 'apps/gateway/src/main.ts');
  await platform.stop();
  expect(() => process.kill(started, 0)).toThrow('ESRCH');
  await expect(fetch(platform.url)).rejects.toThrow('fetch failed');
});
