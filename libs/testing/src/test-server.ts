import { rmSync } from 'node:fs';
import type { Connection, RunningPostgres } from '@bureau/postgres';

const variable = 'BUREAU_TEST_SERVER';

let running: { server: RunningPostgres; dataDir: string } | undefined;

export function announceServer(server: RunningPostgres, dataDir: string): void {
  running = { server, dataDir };
  process.env[variable] = JSON.stringify(server.superuser);
}

export async function endServer(): Promise<void> {
  await running?.server.stop();
  if (running) rmSync(running.dataDir, { recursive: true, force: true });
}

/** The superuser of the run's throw-away server. A test that needs PostgreSQL fails without one; it is never skipped. */
export function testServer(): Connection {
  const address = process.env[variable];
  if (!address)
    throw new Error('No test server: name the file *.integration.spec.ts, so that the integration project starts one.');
  return JSON.parse(address) as Connection;
}
