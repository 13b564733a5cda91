import { createSealer, type Sealer } from '@bureau/access';
import { yongning } from '@bureau/codes';
import { recordEvents } from '@bureau/events';
import { actorSettings, createDataSource, readEnvironment, setting } from '@bureau/subgraph';

import { generateCounty, type SyntheticCounty } from '../generate/county.ts';
import { firstTables, type OfficeDatabase } from './office-databases.ts';
import { officeContents } from './offices.ts';
import { insertRows } from './rows.ts';
import { rememberingIndex } from './sealed.ts';

const LOADER = { subject: 'demonstration-county', scope: { reach: 'county', county: yongning.code } } as const;

/** Gives the county to offices that do not have it: all of an office in one transaction, so that it has all or nothing. */
export async function loadOffices(databases: readonly OfficeDatabase[], environment: NodeJS.ProcessEnv): Promise<void> {
  const keys = readEnvironment({ DATA_KEY: setting.key, INDEX_KEY: setting.key }, environment);
  const sealer = rememberingIndex(createSealer({ dataKey: keys.DATA_KEY, indexKey: keys.INDEX_KEY }));
  const county = generateCounty();
  await Promise.all(databases.map((database) => loadOffice(database, county, sealer)));
}

async function loadOffice({ office, url }: OfficeDatabase, county: SyntheticCounty, sealer: Sealer): Promise<void> {
  const { tables, events } = officeContents[office];
  const dataSource = createDataSource({ entities: [], migrations: [] }, { url, poolSize: 1, statementTimeoutMs: 0 });
  await dataSource.initialize();
  try {
    await dataSource.transaction(async (manager) => {
      await manager.query(actorSettings(LOADER));
      // A second loader waits here, and then finds what the first has loaded.
      await manager.query(`SELECT pg_advisory_xact_lock(hashtext('bureau.demonstration-county'))`);
      const loaded: unknown[] = await manager.query(`SELECT FROM ${firstTables[office]} LIMIT 1`);
      if (loaded.length > 0) return;

      for (const rows of tables(county, sealer)) await insertRows(manager, rows);
      await recordEvents(manager, events(county, sealer));
    });
  } finally {
    await dataSource.destroy();
  }
}
