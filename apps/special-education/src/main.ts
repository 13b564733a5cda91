import { createSealer } from '@bureau/access';
import { enrollmentSubscription } from '@bureau/events';
import { readEnvironment, runMain, serveOffice, setting } from '@bureau/subgraph';
import { specialEducationFeed } from './feed.ts';
import { specialEducationOffice } from './office.ts';
import { applyEvents } from './subscription.ts';

runMain(async () => {
  const environment = readEnvironment(
    {
      SPECIAL_EDUCATION_HOST: setting.host,
      SPECIAL_EDUCATION_PORT: setting.port(4002),
      SPECIAL_EDUCATION_DATABASE_URL: setting.databaseUrl,
      OIDC_ISSUER: setting.httpUrl,
      OIDC_AUDIENCE: setting.audience,
      DATA_KEY: setting.key,
      INDEX_KEY: setting.key,
      ENROLLMENT_FEED_URL: setting.httpUrl,
      SPECIAL_EDUCATION_FEED_KEY: setting.text,
      SPECIAL_EDUCATION_FEED_KEYS: setting.text,
      LOG_LEVEL: setting.logLevel,
    },
    process.env,
  );
  const sealer = createSealer({ dataKey: environment.DATA_KEY, indexKey: environment.INDEX_KEY });
  const subscription = enrollmentSubscription({
    url: environment.ENROLLMENT_FEED_URL,
    key: environment.SPECIAL_EDUCATION_FEED_KEY,
    apply: applyEvents,
  });
  const feed = specialEducationFeed(environment.SPECIAL_EDUCATION_FEED_KEYS);
  const office = specialEducationOffice({ sealer, now: () => new Date() });
  const options = {
    host: environment.SPECIAL_EDUCATION_HOST,
    port: environment.SPECIAL_EDUCATION_PORT,
    databaseUrl: environment.SPECIAL_EDUCATION_DATABASE_URL,
    issuer: environment.OIDC_ISSUER,
    audience: environment.OIDC_AUDIENCE,
    logLevel: environment.LOG_LEVEL,
  };
  await serveOffice(office, options, (surroundings) => [subscription(surroundings), feed(surroundings)]);
});
