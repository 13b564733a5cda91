import { createTokenVerifier, type TokenVerifier } from '@bureau/access';
import { testIssuer, type TestIssuer } from './test-issuer.ts';

const school = '640121.0191d5a0-0000-7000-8000-000000000001';
const grant = { subject: 'registrar-1', roles: ['school-registrar'], county: '640121', school };

let issuer: TestIssuer;
let verifier: TokenVerifier;

beforeAll(async () => {
  issuer = await testIssuer();
  verifier = createTokenVerifier(issuer);
});

test('signs a token that says who is asking and where', async () => {
  const actor = await verifier.verify(`Bearer ${await issuer.signToken(grant)}`);
  expect(actor).toMatchObject({
    subject: 'registrar-1',
    roles: ['school-registrar'],
    scope: { reach: 'school', county: '640121', school: '0191d5a0-0000-7000-8000-000000000001' },
  });
});

test('publishes no secret', () => {
  expect(issuer.jwks.keys.map((key) => Object.keys(key).sort())).toEqual([['alg', 'crv', 'kid', 'kty', 'use', 'x']]);
});

test.each<[string, () => Promise<string> | string, string]>([
  ['forged', () => issuer.forgeToken(grant), 'The signature of the token is wrong.'],
  ['unsigned', () => issuer.unsignedToken(grant), 'must be signed with RS256 or EdDSA'],
  ['expired', () => issuer.signToken(grant, { expiresInSeconds: -60 }), 'The token has expired'],
  ['of another audience', () => issuer.signToken(grant, { audience: 'canteen' }), 'meant for another audience'],
  ['of another issuer', () => issuer.signToken(grant, { issuer: 'https://other.test' }), 'comes from another issuer'],
])('makes a token that must be refused: %s', async (_, token, reason) => {
  await expect(verifier.verify(`Bearer ${await token()}`)).rejects.toThrow(reason);
});
