import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { serverAccount } from './account.ts';
import { packagedPostgres, reachablePostgres } from './binaries.ts';
import { openCluster, type Cluster } from './cluster.ts';
import type { Connection } from './connection.ts';
import { Fault, folderFault, isPortTaken, isStillInUse, orDiskFull, serverFault } from './fault.ts';
import { tryLock, type FileLock } from './file-lock.ts';
import { freePort } from './free-port.ts';
import { survivingPostmaster } from './postmaster.ts';
import { isReady, closeToOffices } from './readiness.ts';
import { adopt, launch, type Launch, type Server } from './server.ts';

export interface PostgresOptions {
  /** Made when it does not exist. */
  dataDir: string;
  /** False loses the newest data in a power cut; for tests. */
  durable: boolean;
  /** Any free one when not given; a server that is reused keeps its own. */
  port?: number;
  log?: (line: string) => void;
}

export interface RunningPostgres extends Server {
  host: string;
  port: number;
  superuser: Connection;
  /** True when the server of an earlier start was still running. */
  reused: boolean;
}

/** How long another starter, a crash recovery or the last sessions of a killed server may take. */
const patienceMs = 120_000;

/** The PostgreSQL of this data folder, started or found running, ready for connections. */
export async function startPostgres(options: PostgresOptions): Promise<RunningPostgres> {
  const folder = resolve(options.dataDir);
  const lock = await onlyStarter(folder);
  try {
    return await start(folder, options);
  } catch (error) {
    throw orDiskFull(folder, folderFault(folder, error));
  } finally {
    lock.release();
  }
}

async function onlyStarter(folder: string): Promise<FileLock> {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    for (const deadline = Date.now() + patienceMs; Date.now() < deadline; await sleep(20)) {
      const lock = tryLock(join(folder, 'start.lock'));
      if (lock) return lock;
    }
  } catch (error) {
    throw folderFault(folder, error);
  }
  throw new Fault(
    `Another program has been starting PostgreSQL in ${folder} for ${patienceMs / 1000} s: end it and start again.`,
  );
}

async function start(folder: string, options: PostgresOptions): Promise<RunningPostgres> {
  const packaged = packagedPostgres();
  const account = serverAccount(join(folder, 'cluster'));
  const postgres = reachablePostgres(packaged, account);
  const cluster = await openCluster(folder, postgres, account);

  const survivor = await survivingServer(cluster);
  if (survivor) {
    options.log?.(`PostgreSQL is still running (process ${survivor.pid}), reusing it`);
    return { ...adopt(survivor.pid, cluster), ...address(cluster, survivor.port), reused: true };
  }

  const logFile = join(folder, 'postgres.log');
  const launched = await launchPatiently(
    { cluster, postgres, account, isDurable: options.durable, logFile },
    options.port,
  );
  await closeToOffices(launched.superuser);
  return { ...launched, reused: false };
}

function address(cluster: Cluster, port: number): Pick<RunningPostgres, 'host' | 'port' | 'superuser'> {
  const host = '127.0.0.1';
  return { host, port, superuser: { host, port, user: 'postgres', password: cluster.password, database: 'postgres' } };
}

async function survivingServer(cluster: Cluster): Promise<{ pid: number; port: number } | null> {
  for (const deadline = Date.now() + patienceMs; ; await sleep(50)) {
    const found = survivingPostmaster(cluster);
    if (!found) return null;
    if (await isReady(address(cluster, found.port).superuser)) return found;
    if (Date.now() > deadline) {
      throw new Fault(
        `A PostgreSQL (process ${found.pid}) holds ${cluster.data} and does not answer: end it (kill ${found.pid}) and start again.`,
      );
    }
  }
}

async function launchPatiently(
  how: Omit<Launch, 'port'>,
  fixedPort: number | undefined,
): Promise<Omit<RunningPostgres, 'reused'>> {
  for (const deadline = Date.now() + patienceMs; ; await sleep(100)) {
    const port = fixedPort ?? (await freePort());
    const server = launch({ ...how, port });
    const place = address(how.cluster, port);
    // Whatever else listens on the port may never answer.
    const isGone = server.exited.then(() => false);
    while (!server.hasExited()) {
      const isUp = await Promise.race([isReady(place.superuser), isGone]);
      if (isUp) return { pid: server.pid, exited: server.exited, stop: server.stop, ...place };
      await sleep(15);
    }

    const output = server.output();
    const mayChange = isStillInUse(output) || (isPortTaken(output) && fixedPort === undefined);
    if (!mayChange || Date.now() > deadline) throw serverFault(output, how.cluster.data, port, how.logFile);
  }
}
