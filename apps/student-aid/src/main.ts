import { createSealer } from '@bureau/access';
import { enrollmentSubscription } from '@bureau/events';
import { filesCompanion } from '@bureau/files';
import { readEnvironment, runMain, serveOffice, setting } from '@bureau/subgraph';
import { DOCUMENTS } from './bank-file/bank-document.ts';
import { bankReturnImport } from './bank-return/bank-return.file.ts';
import { studentAidOffice } from './office.ts';
import { keepRosters } from './subscription.ts';

runMain(async () => {
  const environment = readEnvironment(
    {
      STUDENT_AID_HOST: setting.host,
      STUDENT_AID_PORT: setting.port(4003),
      STUDENT_AID_DATABASE_URL: setting.databaseUrl,
      OIDC_ISSUER: setting.httpUrl,
      OIDC_AUDIENCE: setting.audience,
      DATA_KEY: setting.key,
      INDEX_KEY: setting.key,
      ENROLLMENT_FEED_URL: setting.httpUrl,
      STUDENT_AID_FEED_KEY: setting.text,
      LOG_LEVEL: setting.logLevel,
    },
    process.env,
  );
  const sealer = createSealer({ dataKey: environment.DATA_KEY, indexKey: environment.INDEX_KEY });
  const now = () => new Date();
  const office = studentAidOffice({ sealer, now });
  const subscription = enrollmentSubscription({
    url: environment.ENROLLMENT_FEED_URL,
    key: environment.STUDENT_AID_FEED_KEY,
    apply: keepRosters,
  });
  const files = filesCompanion({ sealer, now, imports: [bankReturnImport(sealer, now)], documents: DOCUMENTS });
  const options = {
    host: environment.STUDENT_AID_HOST,
    port: environment.STUDENT_AID_PORT,
    databaseUrl: environment.STUDENT_AID_DATABASE_URL,
    issuer: environment.OIDC_ISSUER,
    audience: environment.OIDC_AUDIENCE,
    logLevel: environment.LOG_LEVEL,
  };
  await serveOffice(office, options, (surroundings) => [subscription(surroundings), files(surroundings)]);
});
