import { createSealer } from '@bureau/access';
import { readEnvironment, runMain, serveOffice, setting } from '@bureau/subgraph';
import { filesCompanion } from '@bureau/files';
import { enrollmentFeed } from './feed.ts';
import { exportsOf, importsOf } from './files/office-files.ts';
import { enrollmentOffice } from './office.ts';

runMain(async () => {
  const environment = readEnvironment(
    {
      ENROLLMENT_HOST: setting.host,
      ENROLLMENT_PORT: setting.port(4001),
      ENROLLMENT_DATABASE_URL: setting.databaseUrl,
      OIDC_ISSUER: setting.httpUrl,
      OIDC_AUDIENCE: setting.audience,
      DATA_KEY: setting.key,
      INDEX_KEY: setting.key,
      ENROLLMENT_FEED_KEYS: setting.text,
      LOG_LEVEL: setting.logLevel,
    },
    process.env,
  );
  const sealer = createSealer({ dataKey: environment.DATA_KEY, indexKey: environment.INDEX_KEY });
  const feed = enrollmentFeed(environment.ENROLLMENT_FEED_KEYS);
  const now = () => new Date();
  const office = enrollmentOffice({ sealer, now });
  const files = filesCompanion({ sealer, now, imports: importsOf(sealer), exports: exportsOf(sealer) });
  const options = {
    host: environment.ENROLLMENT_HOST,
    port: environment.ENROLLMENT_PORT,
    databaseUrl: environment.ENROLLMENT_DATABASE_URL,
    issuer: environment.OIDC_ISSUER,
    audience: environment.OIDC_AUDIENCE,
    logLevel: environment.LOG_LEVEL,
  };
  await serveOffice(office, options, (surroundings) => [feed(surroundings), files(surroundings)]);
});
