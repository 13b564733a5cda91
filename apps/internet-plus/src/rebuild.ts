import { rebuildRosters } from '@bureau/events';
import { createDataSource, readEnvironment, runMain, setting } from '@bureau/subgraph';
import { tables } from './data-source.ts';
import { rosters } from './subscription.ts';

runMain(async () => {
  const { INTERNET_PLUS_DATABASE_URL } = readEnvironment(
    { INTERNET_PLUS_DATABASE_URL: setting.databaseUrl },
    process.env,
  );
  await rebuildRosters(createDataSource(tables, { url: INTERNET_PLUS_DATABASE_URL, statementTimeoutMs: 0 }), rosters);
});
