import { migrateOffice, readEnvironment, runMain, setting } from '@bureau/subgraph';
import { tables } from './data-source.ts';

runMain(async () => {
  const { INTERNET_PLUS_OWNER_DATABASE_URL } = readEnvironment(
    { INTERNET_PLUS_OWNER_DATABASE_URL: setting.databaseUrl },
    process.env,
  );
  await migrateOffice(tables, INTERNET_PLUS_OWNER_DATABASE_URL);
});
