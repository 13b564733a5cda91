import { readAddresses, readSettings } from './settings.ts';

const issuer = { OIDC_ISSUER: 'https://login.example' };

it('has a default for everything', () => {
  expect(readSettings(issuer)).toMatchObject({
    PORT: 4000,
    HOST: '127.0.0.1',
    OIDC_AUDIENCE: 'bureau-graph',
    GATEWAY_MAX_DEPTH: 20,
  });
});

it('takes an empty variable as one that is not set', () => {
  expect(readSettings({ ...issuer, PORT: '', METRICS_TOKEN: '' }).PORT).toBe(4000);
});

it.each([
  [{ ...issuer, PORT: '65536' }, 'PORT: '],
  [{ ...issuer, PORT: 'x' }, 'PORT: a number is needed'],
  [{ ...issuer, GATEWAY_MAX_DEPTH: '0' }, 'GATEWAY_MAX_DEPTH: '],
  [{ ...issuer, GATEWAY_MAX_DEPTH: '1.5' }, 'GATEWAY_MAX_DEPTH: '],
  [{ ...issuer, LOG_LEVEL: 'loud' }, 'LOG_LEVEL: '],
  [{ ...issuer, METRICS_TOKEN: 'short' }, 'METRICS_TOKEN: at least 16 characters are needed'],
  [{ OIDC_ISSUER: 'login.example' }, 'OIDC_ISSUER: an http(s) URL is needed'],
  [
    { GATEWAY_AUTH: 'off', NODE_ENV: 'production' },
    'GATEWAY_AUTH: authentication cannot be off when NODE_ENV is production',
  ],
  [{ GATEWAY_AUTH: 'maybe' }, 'GATEWAY_AUTH: "on" or "off" is needed'],
])('refuses %p in one line', (environment, problem) => {
  expect(() => readSettings(environment)).toThrow(`Bad settings in the environment: ${problem}`);
  expect(() => readSettings(environment)).not.toThrow(/\n/);
});

it('lets the environment say where a service is', () => {
  const services = [
    { name: 'student-aid', url: 'http://127.0.0.1:4003/graphql' },
    { name: 'enrollment', url: 'http://127.0.0.1:4001/graphql' },
  ];
  expect(readAddresses({ STUDENT_AID_URL: 'https://aid.internal/graphql' }, services)).toEqual([
    { name: 'student-aid', url: 'https://aid.internal/graphql' },
    { name: 'enrollment', url: 'http://127.0.0.1:4001/graphql' },
  ]);
  expect(() => readAddresses({ STUDENT_AID_URL: 'aid' }, services)).toThrow(
    'Bad settings in the environment: STUDENT_AID_URL: an http(s) URL is needed',
  );
});
