import { migrateOffice, readEnvironment, runMain, setting } from '@bureau/subgraph';
import { tables } from './data-source.ts';

runMain(async () => {
  const { ENROLLMENT_OWNER_DATABASE_URL } = readEnvironment(
    { ENROLLMENT_OWNER_DATABASE_URL: setting.databaseUrl },
    process.env,
  );
  await migrateOffice(tables, ENROLLMENT_OWNER_DATABASE_URL);
});
