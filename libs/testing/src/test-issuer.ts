import { UnsecuredJWT } from 'jose';
import { issuerOf, newSigningKey, type Grant, type Issuer } from './issuer.ts';

export interface TestIssuer extends Issuer {
  /** Signed with a key that calls itself the issuer's and is not. */
  forgeToken(grant: Grant): Promise<string>;
  /** Not signed at all: `alg: none`. */
  unsignedToken(grant: Grant): string;
}

/** An issuer in this process: give its `jwks` to whatever verifies tokens, and sign at will. */
export async function testIssuer(address = 'https://issuer.test'): Promise<TestIssuer> {
  const key = await newSigningKey();
  const issuer = await issuerOf(key, address);
  const forger = await issuerOf({ ...(await newSigningKey()), ...(key.kid && { kid: key.kid }) }, address);
  return {
    ...issuer,
    forgeToken: (grant) => forger.signToken(grant),
    unsignedToken: ({ subject, ...claims }) =>
      new UnsecuredJWT({ ...claims, roles: [...claims.roles] })
        .setSubject(subject)
        .setIssuer(issuer.issuer)
        .setAudience(issuer.audience)
        .setExpirationTime('1h')
        .encode(),
  };
}
