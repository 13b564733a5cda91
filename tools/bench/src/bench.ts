import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from '@bureau/postgres';
import { benchGateway } from './gateway.ts';
import { memoryMb, platformEnvironment, startPlatform } from '@bureau/testing';
import { benchReport } from './report.ts';

const repository = join(import.meta.dirname, '../../..');
const SECONDS = 8;

/** The platform cold and warm, its memory, the county report, the gateway beside the stock one: JSON and tables. */
async function bench(): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'bureau-bench-'));
  try {
    const environment = await platformEnvironment(join(dataDir, 'data'));
    const cold = await startPlatform(environment);
    await cold.stop();
    const warm = await startPlatform(environment);
    const token = execFileSync(
      process.execPath,
      [join(repository, 'tools/platform/src/token.ts'), '--role', 'county-leader'],
      { env: environment, encoding: 'utf8' },
    ).trim();
    const { superuser } = await startPostgres({ dataDir: join(dataDir, 'data/postgres'), durable: true });
    const report = await benchReport(warm, token, superuser, SECONDS);
    const start = {
      coldStartSeconds: cold.startMs / 1000,
      warmStartSeconds: warm.startMs / 1000,
      memoryMbUnderLoad: memoryMb(warm.pid),
    };
    await warm.stop();
    const gateway = await benchGateway({ rounds: 3, seconds: SECONDS / 2, clients: 16 });

    console.table([start]);
    console.table(report);
    console.table(gateway);
    writeFileSync(join(repository, 'bench-results.json'), `${JSON.stringify({ start, report, gateway }, null, 2)}\n`);
    console.log(readFileSync(join(repository, 'bench-results.json'), 'utf8'));
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

await bench();
