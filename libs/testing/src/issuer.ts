import {
  calculateJwkThumbprint,
  exportJWK,
  generateKeyPair,
  importJWK,
  SignJWT,
  type JSONWebKeySet,
  type JWK,
} from 'jose';

/** Who a token speaks for. */
export interface Grant {
  subject: string;
  roles: readonly string[];
  /** GB/T 2260, six digits. */
  county: string;
  /** Nine digits. */
  township?: string;
  /** GraphQL id, `<county>.<uuid>`. */
  school?: string;
  /** GraphQL id, `<county>.<uuid>`. */
  class?: string;
}

export interface Issuer {
  /** The claim `iss`, and where the discovery document is found. */
  issuer: string;
  audience: string;
  /** The public keys, as the issuer publishes them. */
  jwks: JSONWebKeySet;
  signToken(grant: Grant, options?: TokenOptions): Promise<string>;
}

export interface TokenOptions {
  /** An hour when not given; negative for a token that has expired. */
  expiresInSeconds?: number;
  audience?: string;
  issuer?: string;
}

const algorithm = 'EdDSA';

/** A private Ed25519 key, to be kept as JSON. */
export async function newSigningKey(): Promise<JWK> {
  const { privateKey } = await generateKeyPair(algorithm, { extractable: true });
  const key = await exportJWK(privateKey);
  return { ...key, alg: algorithm, use: 'sig', kid: await calculateJwkThumbprint(key) };
}

/** An issuer of tokens for development and tests; a bureau has its own sign-in. */
export async function issuerOf(key: JWK, issuer: string, audience = 'bureau-graph'): Promise<Issuer> {
  const privateKey = await importJWK(key, algorithm);
  const { d: secret, ...publicKey } = key;
  if (!secret) throw new Error('the key of an issuer must be a private one');
  return {
    issuer,
    audience,
    jwks: { keys: [publicKey] },
    signToken: ({ subject, ...claims }, options = {}) =>
      new SignJWT({ ...claims, roles: [...claims.roles] })
        .setProtectedHeader({ alg: algorithm, typ: 'JWT', ...(key.kid && { kid: key.kid }) })
        .setSubject(subject)
        .setIssuer(options.issuer ?? issuer)
        .setAudience(options.audience ?? audience)
        .setIssuedAt()
        .setExpirationTime(Math.floor(Date.now() / 1000) + (options.expiresInSeconds ?? 3600))
        .sign(privateKey),
  };
}
