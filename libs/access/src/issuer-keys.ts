import { createLocalJWKSet, errors, type JSONWebKeySet, type JWTVerifyGetKey } from 'jose';

/** The issuer cannot be asked and nothing remembered from it helps: a fault, to be tried again later. */
export class IssuerUnavailable extends Error {
  override name = 'IssuerUnavailable';
}

export interface IssuerKeysOptions {
  issuer: string;
  now: () => number;
  /** Called when the issuer's published keys are no longer what they were. */
  onRotation: () => void;
}

const refreshAfterMs = 10 * 60_000;
const cooldownMs = 10_000;
const answerWithinMs = 5_000;

/**
 * The issuer's public keys, found through its discovery document and remembered.
 * Keys once known stay in use while the issuer is away; an unknown key asks the issuer again, at most once in the cooldown.
 */
export function createIssuerKeys({ issuer, now, onRotation }: IssuerKeysOptions): JWTVerifyGetKey {
  let published: string | undefined;
  let known: JWTVerifyGetKey | undefined;
  let askedAt = -Infinity;
  let asking: Promise<JWTVerifyGetKey> | undefined;

  async function ask(): Promise<JWTVerifyGetKey> {
    askedAt = now();
    const keySet = await publishedKeySet(issuer);
    const text = JSON.stringify(keySet);
    if (known && text === published) return known;
    if (known) onRotation();
    published = text;
    known = createLocalJWKSet(keySet);
    return known;
  }

  function askOnce(): Promise<JWTVerifyGetKey> {
    asking ??= ask().finally(() => (asking = undefined));
    return asking;
  }

  return async (header, token) => {
    if (!known) return (await askOnce())(header, token);
    if (now() - askedAt > refreshAfterMs) askOnce().catch(() => undefined);
    try {
      return await known(header, token);
    } catch (error) {
      const maybeRotated = error instanceof errors.JWKSNoMatchingKey && (asking || now() - askedAt > cooldownMs);
      if (!maybeRotated) throw error;
      return (await askOnce())(header, token);
    }
  };
}

async function publishedKeySet(issuer: string): Promise<JSONWebKeySet> {
  const discovery = await fetchJson(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`);
  if (discovery['issuer'] !== issuer)
    throw new IssuerUnavailable(`the discovery document of ${issuer} names another issuer`);
  if (typeof discovery['jwks_uri'] !== 'string')
    throw new IssuerUnavailable(`the discovery document of ${issuer} names no jwks_uri`);

  const keySet = await fetchJson(discovery['jwks_uri']);
  if (!isKeySet(keySet)) throw new IssuerUnavailable(`${discovery['jwks_uri']} does not answer with a key set`);
  return keySet;
}

async function fetchJson(url: string): Promise<Record<string, unknown>> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(answerWithinMs), redirect: 'error' });
    if (!response.ok) throw new Error(`status ${response.status}`);
    return (await response.json()) as Record<string, unknown>;
  } catch (cause) {
    throw new IssuerUnavailable(`${url} cannot be read`, { cause });
  }
}

function isKeySet(value: object): value is JSONWebKeySet {
  return 'keys' in value && Array.isArray(value.keys);
}
