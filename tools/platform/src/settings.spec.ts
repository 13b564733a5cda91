import { readSettings } from './settings.ts';

const outside = (office: string) => ({
  [`${office}_DATABASE_URL`]: `postgres://${office.toLowerCase()}@db/${office.toLowerCase()}`,
  [`${office}_OWNER_DATABASE_URL`]: `postgresql://owner@db/${office.toLowerCase()}`,
});
const allOutside = {
  ...outside('ENROLLMENT'),
  ...outside('SPECIAL_EDUCATION'),
  ...outside('STUDENT_AID'),
  ...outside('INTERNET_PLUS'),
};

test('without any setting everything has its place', () => {
  expect(readSettings({ PORT: '' }, '/srv/bureau')).toEqual({
    dataDir: '/srv/bureau/.data',
    port: 4000,
    host: '127.0.0.1',
    issuerPort: 4010,
    audience: 'bureau-graph',
    hasDemonstration: true,
    offices: [
      { office: 'enrollment', host: '127.0.0.1', port: 4001 },
      { office: 'special-education', host: '127.0.0.1', port: 4002 },
      { office: 'student-aid', host: '127.0.0.1', port: 4003 },
      { office: 'internet-plus', host: '127.0.0.1', port: 4004 },
    ],
  });
});

test('an office may have a database of its own', () => {
  const { offices } = readSettings({ ...outside('STUDENT_AID'), STUDENT_AID_PORT: '5003' }, '/');
  expect(offices.map(({ outside }) => outside?.service)).toEqual([
    undefined,
    undefined,
    'postgres://student_aid@db/student_aid',
    undefined,
  ]);
  expect(offices[2]?.port).toBe(5003);
});

test.each([
  [{}, true],
  [{ BUREAU_DEMO: 'off' }, false],
  [outside('STUDENT_AID'), false],
  [{ ...allOutside, BUREAU_DEMO: 'on' }, true],
])('%j: demonstration county: %s', (environment, expected) => {
  expect(readSettings(environment, '/').hasDemonstration).toBe(expected);
});

test.each([
  [{ PORT: '0' }, 'PORT: at least 1'],
  [{ PORT: '65536' }, 'PORT: at most 65535'],
  [{ DEV_ISSUER_PORT: 'x' }, 'DEV_ISSUER_PORT: a number is needed'],
  [{ STUDENT_AID_PORT: '4003.5' }, 'STUDENT_AID_PORT: a whole number is needed'],
  [{ BUREAU_DEMO: 'yes' }, 'BUREAU_DEMO: "on" or "off" is needed'],
  [{ OIDC_ISSUER: 'sign-in' }, 'OIDC_ISSUER: a URL that begins with http:// or https:// is needed'],
  [{ NODE_ENV: 'production' }, 'OIDC_ISSUER: with NODE_ENV=production the address of the sign-in is needed'],
  [
    { ...outside('ENROLLMENT'), ENROLLMENT_DATABASE_URL: 'mysql://db' },
    'ENROLLMENT_DATABASE_URL: a URL that begins with postgres:// is needed',
  ],
  [
    { ENROLLMENT_DATABASE_URL: 'postgres://db/enrollment' },
    'ENROLLMENT_OWNER_DATABASE_URL: needed beside ENROLLMENT_DATABASE_URL',
  ],
  [
    { ENROLLMENT_OWNER_DATABASE_URL: 'postgres://db/enrollment' },
    'ENROLLMENT_DATABASE_URL: needed beside ENROLLMENT_OWNER_DATABASE_URL',
  ],
])('refuses %j', (environment, reason) => {
  expect(() => readSettings(environment, '/')).toThrow(reason);
});

test('says nothing of a password in a bad URL', () => {
  const environment = { ...outside('ENROLLMENT'), ENROLLMENT_DATABASE_URL: 'mysql://enrollment:hunter2@db' };
  expect(() => readSettings(environment, '/')).not.toThrow('hunter2');
});
