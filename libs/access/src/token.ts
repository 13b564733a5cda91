import { createLocalJWKSet, errors, jwtVerify, type JSONWebKeySet } from 'jose';
import { actorFromClaims, type Actor } from './actor.ts';
import { createIssuerKeys, IssuerUnavailable } from './issuer-keys.ts';
import { AccessRefusal } from './refusal.ts';
import { TokenCache } from './token-cache.ts';

export interface TokenVerifierOptions {
  /** OpenID Connect issuer, exactly as in the tokens' `iss`. */
  issuer: string;
  audience: string;
  /** The issuer's keys, if they are known beforehand; otherwise they are asked of the issuer. */
  jwks?: JSONWebKeySet;
  clock?: () => Date;
}

export interface TokenVerifier {
  /** The actor behind an `Authorization` header; rejects with an `AccessRefusal`. */
  verify(authorizationHeader: string | undefined): Promise<Actor>;
}

const leewaySeconds = 5;
const rememberedTokens = 2_000;
const bearerForm = /^Bearer +([\w-]+\.[\w-]+\.[\w-]*)$/i;

export function createTokenVerifier({
  issuer,
  audience,
  jwks,
  clock = () => new Date(),
}: TokenVerifierOptions): TokenVerifier {
  const now = () => clock().getTime();
  const cache = new TokenCache(rememberedTokens);
  const keys = jwks ? createLocalJWKSet(jwks) : createIssuerKeys({ issuer, now, onRotation: () => cache.clear() });

  async function verifyToken(token: string): Promise<Actor> {
    const { payload } = await jwtVerify(token, keys, {
      issuer,
      audience,
      algorithms: ['RS256', 'EdDSA'],
      requiredClaims: ['exp'],
      clockTolerance: leewaySeconds,
      currentDate: clock(),
    });
    const actor = actorFromClaims(payload);
    cache.add(token, { actor, validUntilMs: ((payload.exp ?? 0) + leewaySeconds) * 1000 });
    return actor;
  }

  return {
    async verify(authorizationHeader) {
      if (!authorizationHeader) throw unauthenticated('Sign in first: the request carries no bearer token.');
      const token = bearerForm.exec(authorizationHeader)?.[1];
      if (!token) throw unauthenticated('The Authorization header must be "Bearer" and a JSON Web Token.');
      try {
        return cache.find(token, now()) ?? (await verifyToken(token));
      } catch (error) {
        throw toRefusal(error);
      }
    },
  };
}

function toRefusal(error: unknown): AccessRefusal {
  if (error instanceof AccessRefusal) return error;
  if (error instanceof IssuerUnavailable) {
    const message = 'Who is asking cannot be checked now: the issuer of the tokens does not answer. Try again later.';
    return new AccessRefusal('SERVICE_UNAVAILABLE', message, error);
  }
  if (error instanceof errors.JOSEError) return unauthenticated(reasonOf(error));
  throw error;
}

function reasonOf(error: errors.JOSEError): string {
  if (error instanceof errors.JWTExpired) return 'The token has expired: sign in again.';
  if (error instanceof errors.JWTClaimValidationFailed) return claimReason(error);
  if (error instanceof errors.JOSEAlgNotAllowed) return 'The token must be signed with RS256 or EdDSA.';
  if (error instanceof errors.JWSSignatureVerificationFailed) return 'The signature of the token is wrong.';
  if (error instanceof errors.JWKSNoMatchingKey)
    return 'The token is signed with a key that its issuer does not publish.';
  if (error instanceof errors.JWKSMultipleMatchingKeys) return 'The token must name the key it is signed with ("kid").';
  return 'The token cannot be read.';
}

function claimReason({ claim, reason }: errors.JWTClaimValidationFailed): string {
  if (reason === 'missing') return `The token lacks the claim "${claim}".`;
  if (claim === 'aud') return 'The token is meant for another audience.';
  if (claim === 'iss') return 'The token comes from another issuer.';
  if (claim === 'nbf') return 'The token is not valid yet.';
  return `The claim "${claim}" of the token is not accepted.`;
}

function unauthenticated(message: string): AccessRefusal {
  return new AccessRefusal('UNAUTHENTICATED', message);
}
