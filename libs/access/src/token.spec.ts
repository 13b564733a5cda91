import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  exportJWK,
  exportSPKI,
  generateKeyPair,
  SignJWT,
  UnsecuredJWT,
  type CryptoKey,
  type JWK,
  type JWTPayload,
} from 'jose';
import { createTokenVerifier, type TokenVerifier } from './token.ts';

const start = Date.parse('2024-12-05T00:00:00Z');
const startSeconds = start / 1000;
const audience = 'bureau-graph';
const endless = { sub: 'li', roles: ['county-leader'], county: '640121' };
const good = { ...endless, exp: startSeconds + 600 };

interface SigningKey {
  jwk: JWK;
  alg: string;
  privateKey: CryptoKey;
  publicKey: CryptoKey;
}

async function signingKey(kid: string, alg = 'EdDSA'): Promise<SigningKey> {
  const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true });
  return { jwk: { ...(await exportJWK(publicKey)), kid, alg, use: 'sig' }, alg, privateKey, publicKey };
}

function token(
  key: SigningKey,
  issuer: string,
  payload: JWTPayload = good,
  header: object = { kid: key.jwk.kid },
): Promise<string> {
  return new SignJWT({ iss: issuer, aud: audience, ...payload })
    .setProtectedHeader({ alg: key.alg, ...header })
    .sign(key.privateKey);
}

function refusalOf(verifier: TokenVerifier, header: string | undefined): Promise<unknown> {
  return verifier.verify(header).then(
    () => 'accepted',
    (error: unknown) => error,
  );
}

describe('a token', () => {
  const issuer = 'https://sign-in.example';
  let now = start;
  let key: SigningKey;
  let rsaKey: SigningKey;
  let verifier: TokenVerifier;

  beforeAll(async () => {
    [key, rsaKey] = await Promise.all([signingKey('one'), signingKey('rsa', 'RS256')]);
  });
  beforeEach(() => {
    now = start;
    verifier = createTokenVerifier({
      issuer,
      audience,
      jwks: { keys: [key.jwk, rsaKey.jwk] },
      clock: () => new Date(now),
    });
  });

  it.each(['EdDSA', 'RS256'])('signed with %s says who is asking', async (alg) => {
    const bearer = `Bearer ${await token(alg === 'RS256' ? rsaKey : key, issuer)}`;
    expect(await verifier.verify(bearer)).toMatchObject({
      subject: 'li',
      roles: ['county-leader'],
      scope: { reach: 'county', county: '640121' },
    });
  });

  const refused: [string, () => Promise<string> | string | undefined, string][] = [
    ['absent', () => undefined, 'Sign in first: the request carries no bearer token.'],
    ['empty', () => '', 'Sign in first: the request carries no bearer token.'],
    ['a password', () => 'Basic bGk6c2VjcmV0', 'The Authorization header must be "Bearer" and a JSON Web Token.'],
    ['no JSON Web Token', () => 'Bearer secret', 'The Authorization header must be "Bearer" and a JSON Web Token.'],
    ['not JSON inside', () => 'Bearer aaaa.bbbb.cccc', 'The token cannot be read.'],
    ['without an end', async () => token(key, issuer, endless), 'The token lacks the claim "exp".'],
    [
      'not valid yet',
      async () => token(key, issuer, { ...good, nbf: startSeconds + 6 }),
      'The token is not valid yet.',
    ],
    [
      'of another audience',
      async () => token(key, issuer, { ...good, aud: 'another' }),
      'The token is meant for another audience.',
    ],
    ['of another issuer', async () => token(key, 'https://elsewhere.example'), 'The token comes from another issuer.'],
    [
      'signed by nobody (alg none)',
      () => new UnsecuredJWT({ ...good, iss: issuer, aud: audience }).encode(),
      'The token must be signed with RS256 or EdDSA.',
    ],
    [
      'signed by a stranger',
      async () => token({ ...(await signingKey('one')) }, issuer),
      'The signature of the token is wrong.',
    ],
    [
      'signed with an unknown key',
      async () => token(await signingKey('two'), issuer),
      'The token is signed with a key that its issuer does not publish.',
    ],
    [
      'signed with the public key as if it were a secret',
      async () =>
        new SignJWT({ ...good, iss: issuer, aud: audience })
          .setProtectedHeader({ alg: 'HS256', kid: 'rsa' })
          .sign(new TextEncoder().encode(await exportSPKI(rsaKey.publicKey))),
      'The token must be signed with RS256 or EdDSA.',
    ],
    [
      'signed well, with ES256',
      async () => token(await signingKey('one', 'ES256'), issuer),
      'The token must be signed with RS256 or EdDSA.',
    ],
    ['changed after signing', async () => tampered(await token(key, issuer)), 'The signature of the token is wrong.'],
    [
      'of a role that does not exist',
      async () => token(key, issuer, { ...good, roles: ['root'] }),
      'The token is not accepted: it names a role that does not exist.',
    ],
  ];

  it.each(refused)('%s is refused', async (_, make, message) => {
    const made = await make();
    const header = made?.includes('.') && !made.startsWith('Bearer') ? `Bearer ${made}` : made;
    const refusal = await refusalOf(verifier, header);
    expect(refusal).toMatchObject({
      name: 'AccessRefusal',
      code: 'UNAUTHENTICATED',
      status: 401,
      message,
      extensions: { code: 'UNAUTHENTICATED' },
    });
    if (made?.includes('.')) expect(String(refusal)).not.toContain(made.slice(7, 20));
  });

  it('is accepted until five seconds past its end, also when it was seen before', async () => {
    const bearer = `Bearer ${await token(key, issuer)}`;
    const unseen = createTokenVerifier({ issuer, audience, jwks: { keys: [key.jwk] }, clock: () => new Date(now) });
    await verifier.verify(bearer);

    now = start + 604_999;
    await expect(verifier.verify(bearer)).resolves.toMatchObject({ subject: 'li' });
    await expect(unseen.verify(bearer)).resolves.toMatchObject({ subject: 'li' });

    now = start + 605_000;
    const expired = { code: 'UNAUTHENTICATED', message: 'The token has expired: sign in again.' };
    expect(await refusalOf(verifier, bearer)).toMatchObject(expired);
    expect(await refusalOf(unseen, bearer)).toMatchObject(expired);
  });

  it('seen before is not verified again', async () => {
    const bearer = `Bearer ${await token(key, issuer)}`;
    expect(await verifier.verify(bearer)).toBe(await verifier.verify(bearer));
  });
});

describe('the issuer', () => {
  let now = start;
  let published: SigningKey[] = [];
  let away = false;
  let asked = 0;
  let issuer = '';
  const server = createServer((request, response) => {
    if (away) return void response.writeHead(503).end();
    response.setHeader('content-type', 'application/json');
    if (request.url === '/jwks') {
      asked += 1;
      return void response.end(JSON.stringify({ keys: published.map(({ jwk }) => jwk) }));
    }
    response.end(JSON.stringify({ issuer, jwks_uri: `${issuer}/jwks` }));
  });
  let first: SigningKey;
  let second: SigningKey;
  let verifier: TokenVerifier;

  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    [first, second] = await Promise.all([signingKey('first'), signingKey('second')]);
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));
  beforeEach(() => {
    [now, published, away, asked] = [start, [first], false, 0];
    verifier = createTokenVerifier({ issuer, audience, clock: () => new Date(now) });
  });
  const bearer = async (key: SigningKey, sub = 'li') =>
    `Bearer ${await token(key, issuer, { ...good, sub, exp: startSeconds + 86_400 })}`;

  it('is asked for its keys once, however many ask at once', async () => {
    const headers = await Promise.all(Array.from({ length: 8 }, (_, index) => bearer(first, `li${index}`)));
    await Promise.all(headers.map((header) => verifier.verify(header)));
    expect(asked).toBe(1);
  });

  it('is a fault, not a refusal, while it is away and no key is known; it mends itself', async () => {
    away = true;
    const header = await bearer(first);
    expect(await refusalOf(verifier, header)).toMatchObject({ code: 'SERVICE_UNAVAILABLE', status: 503 });
    away = false;
    expect(await verifier.verify(header)).toMatchObject({ subject: 'li' });
  });

  it('may be away once its keys are known, even when they have grown old', async () => {
    await verifier.verify(await bearer(first));
    away = true;
    now += 3_600_000;
    expect(await verifier.verify(await bearer(first, 'wang'))).toMatchObject({ subject: 'wang' });
  });

  it('may change its keys: the new one is found, the withdrawn one no longer accepted', async () => {
    const withdrawn = await bearer(first);
    await verifier.verify(withdrawn);
    published = [second];
    now += 10_001;
    expect(await verifier.verify(await bearer(second))).toMatchObject({ subject: 'li' });
    expect(await refusalOf(verifier, withdrawn)).toMatchObject({
      code: 'UNAUTHENTICATED',
      message: 'The token is signed with a key that its issuer does not publish.',
    });
  });

  it('is not asked again for every forged key', async () => {
    const stranger = await signingKey('stranger');
    await verifier.verify(await bearer(first));
    now += 10_001;
    for (const sub of ['a', 'b', 'c']) {
      expect(await refusalOf(verifier, await bearer(stranger, sub))).toMatchObject({ code: 'UNAUTHENTICATED' });
    }
    expect(asked).toBe(2);
  });

  it('must be the one that its own discovery document names', async () => {
    const impostor = createTokenVerifier({ issuer: `${issuer}/`, audience, clock: () => new Date(now) });
    expect(await refusalOf(impostor, await bearer(first))).toMatchObject({ code: 'SERVICE_UNAVAILABLE' });
  });
});

function tampered(signed: string): string {
  const [header, , signature] = signed.split('.');
  const payload = Buffer.from(JSON.stringify({ ...good, sub: 'somebody else' })).toString('base64url');
  return [header, payload, signature].join('.');
}
