import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepareRoles, startPostgres } from '@bureau/postgres';
import { offices, testPasswords } from './offices.ts';
import { announceServer } from './test-server.ts';

/** One throw-away server for the whole run; the workers learn its address from the environment. */
export default async function globalSetup(): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'bureau-test-'));
  const server = await startPostgres({ dataDir, durable: false });
  await prepareRoles(server.superuser, offices, testPasswords);
  announceServer(server, dataDir);
}
