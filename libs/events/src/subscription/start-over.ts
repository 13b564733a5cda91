import type { DataSource, EntityManager } from 'typeorm';
import { resetCursor } from './subscription-cursor.repository.ts';

/**
 * Clears what was made of a producer's events and has them all applied again, by whoever follows the feed: within half a
 * minute, the time of a long poll. Clearing and going back are one transaction, so nobody sees one without the other.
 */
export async function startOver(
  dataSource: DataSource,
  source: string,
  clear: (manager: EntityManager) => Promise<void>,
): Promise<void> {
  await dataSource.transaction('READ COMMITTED', async (manager) => {
    await resetCursor(manager, source);
    await manager.query(`SELECT set_config('bureau.rebuild', 'on', true)`);
    await clear(manager);
  });
}
