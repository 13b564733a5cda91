import type { DataSource } from 'typeorm';
import { ENROLLMENT } from '../subscription/enrollment-subscription.ts';
import { startOver } from '../subscription/start-over.ts';
import { clearRosters } from './roster.ts';
import type { Roster } from './roster.tables.ts';

/** Opens the office's database and empties its rosters; the office's service fills them from the start of enrollment's feed. */
export async function rebuildRosters(dataSource: DataSource, rosters: readonly Roster[]): Promise<void> {
  await dataSource.initialize();
  try {
    await startOver(dataSource, ENROLLMENT, (manager) => clearRosters(manager, rosters));
  } finally {
    await dataSource.destroy();
  }
}
