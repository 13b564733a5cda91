import { enrollmentSubscription } from '@bureau/events';
import { readEnvironment, runMain, serveOffice, setting } from '@bureau/subgraph';
import { internetPlusOffice } from './office.ts';
import { keepRoster } from './subscription.ts';

runMain(async () => {
  const environment = readEnvironment(
    {
      INTERNET_PLUS_HOST: setting.host,
      INTERNET_PLUS_PORT: setting.port(4004),
      INTERNET_PLUS_DATABASE_URL: setting.databaseUrl,
      ENROLLMENT_FEED_URL: setting.httpUrl,
      INTERNET_PLUS_FEED_KEY: setting.text,
      OIDC_ISSUER: setting.httpUrl,
      OIDC_AUDIENCE: setting.audience,
      LOG_LEVEL: setting.logLevel,
    },
    process.env,
  );
  const options = {
    host: environment.INTERNET_PLUS_HOST,
    port: environment.INTERNET_PLUS_PORT,
    databaseUrl: environment.INTERNET_PLUS_DATABASE_URL,
    issuer: environment.OIDC_ISSUER,
    audience: environment.OIDC_AUDIENCE,
    logLevel: environment.LOG_LEVEL,
  };
  const follow = enrollmentSubscription({
    url: environment.ENROLLMENT_FEED_URL,
    key: environment.INTERNET_PLUS_FEED_KEY,
    apply: keepRoster,
  });
  await serveOffice(internetPlusOffice({ now: () => new Date() }), options, (surroundings) => [follow(surroundings)]);
});
