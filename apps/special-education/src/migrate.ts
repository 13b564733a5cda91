import { migrateOffice, readEnvironment, runMain, setting } from '@bureau/subgraph';
import { tables } from './data-source.ts';

runMain(async () => {
  const { SPECIAL_EDUCATION_OWNER_DATABASE_URL } = readEnvironment(
    { SPECIAL_EDUCATION_OWNER_DATABASE_URL: setting.databaseUrl },
    process.env,
  );
  await migrateOffice(tables, SPECIAL_EDUCATION_OWNER_DATABASE_URL);
});
