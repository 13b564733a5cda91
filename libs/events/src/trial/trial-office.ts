import { createTestDatabase, type Office } from '@bureau/testing';
import type { DataSource } from 'typeorm';
import { openDatabase } from './database.ts';

/** An office with a database of its own, and nothing else. */
export interface TrialOffice extends AsyncDisposable {
  /** Bound by row-level security, as in the service. */
  dataSource: DataSource;
  owner: DataSource;
  serviceUrl: string;
  ownerUrl: string;
}

export async function openOffice(office: Office, tables: (serviceRole: string) => string): Promise<TrialOffice> {
  const database = await createTestDatabase(office);
  const owner = await openDatabase(database.ownerUrl);
  await owner.query(tables(office.replaceAll('-', '_')));
  const dataSource = await openDatabase(database.serviceUrl);
  return {
    dataSource,
    owner,
    serviceUrl: database.serviceUrl,
    ownerUrl: database.ownerUrl,
    async [Symbol.asyncDispose]() {
      await dataSource.destroy();
      await owner.destroy();
      await database.drop();
    },
  };
}

/** As on its first day: the feed starts anew. */
export async function emptyFeed({ owner }: TrialOffice): Promise<void> {
  await owner.query('TRUNCATE outbox_event; UPDATE feed_head SET position = 0, feed_id = gen_random_uuid()');
}
