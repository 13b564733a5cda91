import { Fault } from '@bureau/postgres';
import { developmentIssuer } from './issuer.ts';
import { lastPlatform } from './running.ts';
import { findSchoolId } from './school-lookup.ts';
import { readSettings } from './settings.ts';
import { readTokenRequest } from './token-request.ts';

/** The token that the words of the command line ask for, signed by the development issuer of the data folder. */
export async function developmentToken(
  words: readonly string[],
  environment: NodeJS.ProcessEnv,
  repository: string,
): Promise<string> {
  if (environment['NODE_ENV'] === 'production') {
    throw new Fault('Development tokens are not made with NODE_ENV=production: sign in at the issuer of the bureau.');
  }
  const { grant, schoolCode, expiresInSeconds } = readTokenRequest(words);
  const settings = readSettings(environment, repository);
  if (settings.issuer)
    throw new Fault(`OIDC_ISSUER is set: the platform accepts tokens of ${settings.issuer} only, get one there.`);

  const platform = lastPlatform(settings.dataDir);
  const issuer = await developmentIssuer(
    settings.dataDir,
    platform?.issuerPort ?? settings.issuerPort,
    settings.audience,
  );
  if (!schoolCode) return issuer.signToken(grant, { expiresInSeconds });

  const leader = { subject: 'demo-school-lookup', roles: ['county-leader'], county: grant.county };
  const url = platform?.url ?? `http://localhost:${settings.port}`;
  const school = await findSchoolId(url, await issuer.signToken(leader, { expiresInSeconds: 60 }), schoolCode);
  return issuer.signToken({ ...grant, school }, { expiresInSeconds });
}
