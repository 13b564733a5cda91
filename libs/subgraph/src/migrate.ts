import { createDataSource, type OfficeTables } from './data-source.ts';

/** Brings an office's database up to date as the owner of its tables; two at once wait for each other. */
export async function migrateOffice(tables: OfficeTables, ownerUrl: string): Promise<string[]> {
  const dataSource = createDataSource(tables, { url: ownerUrl, poolSize: 2, statementTimeoutMs: 0 });
  await dataSource.initialize();
  const lock = dataSource.createQueryRunner();
  try {
    await lock.query(`SELECT pg_advisory_lock(hashtext('bureau.migrations'))`);
    const run = await dataSource.runMigrations();
    return run.map((migration) => migration.name);
  } finally {
    await lock.query(`SELECT pg_advisory_unlock(hashtext('bureau.migrations'))`);
    await lock.release();
    await dataSource.destroy();
  }
}
