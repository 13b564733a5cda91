import { platformPlan } from './plan.ts';
import { readSettings } from './settings.ts';
import type { Circumstances } from './variables.ts';

const role = (office: string) => ({ service: `${office}-secret`, owner: `${office}-owner-secret` });
const secrets = {
  dataKey: 'data-key',
  indexKey: 'index-key',
  roles: {
    enrollment: role('enrollment'),
    'special-education': role('special-education'),
    'student-aid': role('student-aid'),
    'internet-plus': role('internet-plus'),
  },
  feedKeys: { 'special-education': 'key-s', 'student-aid': 'key-a', 'internet-plus': 'key-i', enrollment: 'key-e' },
};
const superuser = { host: '127.0.0.1', port: 5432, user: 'postgres', password: 'super-secret', database: 'postgres' };

function planFor(environment: NodeJS.ProcessEnv, given: Partial<Circumstances> = {}) {
  const settings = readSettings(environment, '/srv');
  return platformPlan({
    repository: '/srv',
    settings,
    secrets,
    issuer: 'http://127.0.0.1:4010',
    superuser,
    environment,
    ...given,
  });
}

test('runs the programs of the four offices and the gateway', () => {
  const plan = planFor({});
  expect(plan.migrations.map(({ program }) => program)).toEqual([
    '/srv/apps/enrollment/src/migrate.ts',
    '/srv/apps/special-education/src/migrate.ts',
    '/srv/apps/student-aid/src/migrate.ts',
    '/srv/apps/internet-plus/src/migrate.ts',
  ]);
  expect(plan.services.map(({ readyUrl }) => readyUrl)).toEqual(
    [4001, 4002, 4003, 4004].map((port) => `http://127.0.0.1:${port}/health/ready`),
  );
  expect(plan.gateway).toMatchObject({
    program: '/srv/apps/gateway/src/main.ts',
    readyUrl: 'http://127.0.0.1:4000/health/ready',
  });
  expect(plan.demonstration.map(({ program }) => program)).toEqual(['/srv/tools/county/src/load.ts']);
});

test('tells a service what it needs, and of secrets only its own', () => {
  const environment = planFor({ HOME: '/home/li', ENROLLMENT_DATABASE_URL: '' }).services[2]?.environment ?? {};
  expect(environment).toEqual({
    HOME: '/home/li',
    NODE_COMPILE_CACHE: '/srv/.data/compile-cache',
    OIDC_ISSUER: 'http://127.0.0.1:4010',
    OIDC_AUDIENCE: 'bureau-graph',
    DATA_KEY: 'data-key',
    INDEX_KEY: 'index-key',
    STUDENT_AID_HOST: '127.0.0.1',
    STUDENT_AID_PORT: '4003',
    STUDENT_AID_DATABASE_URL: 'postgres://student_aid:student-aid-secret@127.0.0.1:5432/student_aid',
    ENROLLMENT_FEED_URL: 'http://127.0.0.1:4001/events',
    STUDENT_AID_FEED_KEY: 'key-a',
  });
});

test.each([
  [{}, 'data-key index-key'],
  [{ DATA_KEY: 'mine', INDEX_KEY: 'mine-too' }, 'mine mine-too'],
])('gives the keys of ID numbers to who keeps some, and to nobody else (%o)', (given, keys) => {
  const { migrations, demonstration, services, gateway } = planFor(given);
  const holders = [...migrations, ...demonstration, ...services, gateway].flatMap(({ name, environment }) => {
    const held = [environment['DATA_KEY'], environment['INDEX_KEY']].filter(Boolean).join(' ');
    return held ? [[name, held]] : [];
  });
  expect(holders).toEqual([
    ['demonstration county', keys],
    ['enrollment', keys],
    ['special-education', keys],
    ['student-aid', keys],
  ]);
});

test('tells enrollment the keys of its subscribers, and the gateway where everybody is', () => {
  const { services, gateway } = planFor({ ENROLLMENT_PORT: '5001', STUDENT_AID_URL: 'http://aid.example/graphql' });
  expect(services[0]?.environment['ENROLLMENT_FEED_KEYS']).toBe(
    'special-education=key-s,student-aid=key-a,internet-plus=key-i',
  );
  expect(services[1]?.environment['ENROLLMENT_FEED_URL']).toBe('http://127.0.0.1:5001/events');
  expect(services[1]?.environment['SPECIAL_EDUCATION_FEED_KEYS']).toBe('enrollment=key-e');
  expect(services[0]?.environment).toMatchObject({
    SPECIAL_EDUCATION_FEED_URL: 'http://127.0.0.1:4002/events',
    ENROLLMENT_FEED_KEY: 'key-e',
  });
  expect(gateway.environment).toMatchObject({
    PORT: '4000',
    ENROLLMENT_URL: 'http://127.0.0.1:5001/graphql',
    SPECIAL_EDUCATION_URL: 'http://127.0.0.1:4002/graphql',
    STUDENT_AID_URL: 'http://aid.example/graphql',
    INTERNET_PLUS_URL: 'http://127.0.0.1:4004/graphql',
  });
});

test.each([
  ['0.0.0.0', '127.0.0.1'],
  ['::', '127.0.0.1'],
  ['::1', '[::1]'],
  ['10.0.0.7', '10.0.0.7'],
])('finds a service that listens on %s at %s', (host, reached) => {
  const { services, gateway } = planFor({ ENROLLMENT_HOST: host, HOST: host });
  expect(services[0]?.readyUrl).toBe(`http://${reached}:4001/health/ready`);
  expect(services[1]?.environment['ENROLLMENT_FEED_URL']).toBe(`http://${reached}:4001/events`);
  expect(gateway.readyUrl).toBe(`http://${reached}:4000/health/ready`);
  expect(gateway.environment).toMatchObject({ HOST: host, ENROLLMENT_URL: `http://${reached}:4001/graphql` });
});

test('runs migrations as the owner', () => {
  expect(planFor({}).migrations[1]?.environment).toMatchObject({
    SPECIAL_EDUCATION_OWNER_DATABASE_URL:
      'postgres://special_education_owner:special-education-owner-secret@127.0.0.1:5432/special_education',
  });
});

test('leaves out what was done before, on the embedded server only', () => {
  const embedded = planFor({});
  expect(embedded.migrations[2]?.once).toEqual({
    database: 'student_aid',
    name: 'migrations',
    sources: ['/srv/apps/student-aid/src', '/srv/libs'],
  });
  expect(embedded.demonstration[0]?.once).toEqual({ database: 'enrollment', name: 'demonstration', sources: [] });

  const url = 'postgres://a@db/student_aid';
  const mixed = planFor({ STUDENT_AID_DATABASE_URL: url, STUDENT_AID_OWNER_DATABASE_URL: url, BUREAU_DEMO: 'on' });
  expect([mixed.migrations[2]?.once, mixed.demonstration[0]?.once]).toEqual([undefined, undefined]);
});

test('uses a database, keys and an issuer that are given', () => {
  const given = {
    ENROLLMENT_DATABASE_URL: 'postgres://e@db/roll',
    ENROLLMENT_OWNER_DATABASE_URL: 'postgres://o@db/roll',
    DATA_KEY: 'mine',
    SPECIAL_EDUCATION_FEED_KEY: 'mine-too',
  };
  const { services, migrations, demonstration } = planFor(given, { issuer: 'https://sign-in.example' });
  expect(services[0]?.environment).toMatchObject({
    ENROLLMENT_DATABASE_URL: 'postgres://e@db/roll',
    DATA_KEY: 'mine',
    OIDC_ISSUER: 'https://sign-in.example',
  });
  expect(services[0]?.environment['ENROLLMENT_FEED_KEYS']).toContain('special-education=mine-too,');
  expect(services[0]?.environment['ENROLLMENT_OWNER_DATABASE_URL']).toBeUndefined();
  expect(migrations[0]?.environment['ENROLLMENT_OWNER_DATABASE_URL']).toBe('postgres://o@db/roll');
  expect(demonstration).toEqual([]);
});
