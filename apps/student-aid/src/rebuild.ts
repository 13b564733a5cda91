import { rebuildRosters } from '@bureau/events';
import { createDataSource, readEnvironment, runMain, setting } from '@bureau/subgraph';
import { tables } from './data-source.ts';
import { rosters } from './subscription.ts';

runMain(async () => {
  const { STUDENT_AID_DATABASE_URL } = readEnvironment({ STUDENT_AID_DATABASE_URL: setting.databaseUrl }, process.env);
  await rebuildRosters(createDataSource(tables, { url: STUDENT_AID_DATABASE_URL, statementTimeoutMs: 0 }), rosters);
});
