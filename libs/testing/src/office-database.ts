import { createDataSource, migrateOffice, type OfficeTables } from '@bureau/subgraph';
import type { DataSource } from 'typeorm';
import type { Office } from './offices.ts';
import { createTestDatabase, type TestDatabase } from './test-database.ts';

export interface OfficeDatabase extends TestDatabase {
  /** As the service sees it. */
  dataSource: DataSource;
  /** What PostgreSQL holds and the service's role cannot see: row-level security does not bind it. */
  arrange: (sql: string, values?: unknown[]) => Promise<unknown[]>;
}

/** A fresh database of an office, migrated by its owner and opened by its service. */
export async function createOfficeDatabase(office: Office, tables: OfficeTables): Promise<OfficeDatabase> {
  const database = await createTestDatabase(office);
  await migrateOffice(tables, database.ownerUrl);
  const dataSource = await createDataSource(tables, { url: database.serviceUrl }).initialize();
  const superuser = await createDataSource(
    { entities: [], migrations: [] },
    { url: database.superuserUrl },
  ).initialize();
  return {
    ...database,
    dataSource,
    arrange: (sql, values) => superuser.query(sql, values),
    async drop() {
      await Promise.all([dataSource.destroy(), superuser.destroy()]);
      await database.drop();
    },
  };
}

/** The statements that would make the migrated database what the entities declare; none when they agree. */
export async function driftFromEntities(tables: OfficeTables, ownerUrl: string): Promise<string[]> {
  const owner = await createDataSource(tables, { url: ownerUrl }).initialize();
  try {
    const { upQueries } = await owner.driver.createSchemaBuilder().log();
    return upQueries.map(({ query }) => query);
  } finally {
    await owner.destroy();
  }
}
