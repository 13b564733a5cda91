import { createTokenVerifier } from '@bureau/access';
import { testIssuer, type TestIssuer } from '@bureau/testing';
import { getIntrospectionQuery } from 'graphql';
import { countyServices } from '../testing/county.ts';
import { startTestGateway, type GraphqlAnswer, type TestGateway } from '../testing/gateway.ts';

let gateway: TestGateway;
let issuer: TestIssuer;
const leader = { subject: 'leader', roles: ['county-leader'], county: '640121' };

beforeAll(async () => {
  issuer = await testIssuer();
  const verifier = createTokenVerifier(issuer);
  gateway = await startTestGateway({ services: countyServices(), verifier });
});
afterAll(() => gateway.stop());

const askWith = (token: string, query = '{ platform }'): Promise<GraphqlAnswer> =>
  gateway.ask(query, { headers: { authorization: `Bearer ${token}`, 'accept-language': 'en' } });

it('answers a caller with a valid token, introspection included', async () => {
  const token = await issuer.signToken(leader);
  expect((await askWith(token)).data).toEqual({ platform: '宁教云' });
  expect((await askWith(token, getIntrospectionQuery())).data).toMatchObject({
    __schema: { queryType: { name: 'Query' } },
  });
});

it.each<[string, () => Promise<string> | string, string]>([
  ['expired', () => issuer.signToken(leader, { expiresInSeconds: -60 }), 'The token has expired: sign in again.'],
  ['forged', () => issuer.forgeToken(leader), 'The signature of the token is wrong.'],
  ['alg: none', () => issuer.unsignedToken(leader), 'The token must be signed with RS256 or EdDSA.'],
  [
    'meant for another audience',
    () => issuer.signToken(leader, { audience: 'bank' }),
    'The token is meant for another audience.',
  ],
  [
    'from another issuer',
    () => issuer.signToken(leader, { issuer: 'https://evil.test' }),
    'The token comes from another issuer.',
  ],
  ['no token at all', () => 'x', 'The Authorization header must be "Bearer" and a JSON Web Token.'],
])('refuses a token that is %s', async (_, make, message) => {
  const { status, data, errors, headers } = await askWith(await make());
  expect({ status, data, errors }).toEqual({
    status: 401,
    data: undefined,
    errors: [{ message, extensions: { code: 'UNAUTHENTICATED' } }],
  });
  expect(headers.get('www-authenticate')).toBe('Bearer');
});

it('asks no service on behalf of a refused caller', async () => {
  const asked = () => Object.values(gateway.subgraphs).reduce((sum, { requests }) => sum + requests.length, 0);
  const before = asked();
  await askWith(await issuer.forgeToken(leader));
  await gateway.ask('{ platform }');
  expect(asked()).toBe(before);
});

it.each(['{ __typename }', 'query Alive { alive: __typename }'])('answers %s to anybody', async (query) => {
  const { status, data, errors } = await gateway.ask(query);
  expect([status, Object.values(data ?? {}), errors]).toEqual([200, ['Query'], undefined]);
});

it.each([
  '{ platform }',
  '{ __typename platform }',
  '{ __schema { queryType { name } } }',
  '{ __type(name: "School") { name } }',
  'mutation { __typename }',
  '{ ... on Query { __typename } }',
  '{ __typename @include(if: true) }',
  '{ nothing }',
  '{',
])('tells an anonymous caller of %s only that it must sign in', async (query) => {
  const { status, errors } = await gateway.ask(query);
  expect([status, errors]).toEqual([
    401,
    [
      {
        message: '请先登录。Sign in first: the request carries no bearer token.',
        extensions: { code: 'UNAUTHENTICATED' },
      },
    ],
  ]);
});

it('lets nobody in while the issuer cannot be asked', async () => {
  const verifier = createTokenVerifier({ issuer: 'http://127.0.0.1:1', audience: 'bureau-graph' });
  const closed = await startTestGateway({ services: countyServices(), verifier });
  const authorization = `Bearer ${await issuer.signToken(leader)}`;
  const { status, errors } = await closed.ask('{ platform }', { headers: { authorization } });
  expect([status, errors?.[0]?.extensions]).toEqual([503, { code: 'SERVICE_UNAVAILABLE' }]);
  await closed.stop();
});
