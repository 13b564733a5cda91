import { rebuildRosters } from '@bureau/events';
import { createDataSource, readEnvironment, runMain, setting } from '@bureau/subgraph';
import { tables } from './data-source.ts';
import { rosters } from './subscription.ts';

runMain(async () => {
  const { SPECIAL_EDUCATION_DATABASE_URL } = readEnvironment(
    { SPECIAL_EDUCATION_DATABASE_URL: setting.databaseUrl },
    process.env,
  );
  await rebuildRosters(
    createDataSource(tables, { url: SPECIAL_EDUCATION_DATABASE_URL, statementTimeoutMs: 0 }),
    rosters,
  );
});
