import { migrateOffice, readEnvironment, runMain, setting } from '@bureau/subgraph';
import { tables } from './data-source.ts';

runMain(async () => {
  const { STUDENT_AID_OWNER_DATABASE_URL } = readEnvironment(
    { STUDENT_AID_OWNER_DATABASE_URL: setting.databaseUrl },
    process.env,
  );
  await migrateOffice(tables, STUDENT_AID_OWNER_DATABASE_URL);
});
