import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Cluster } from './cluster.ts';
import { errorCode } from './fault.ts';

/** What a server notes in its data folder; left behind when it was killed. */
export interface Postmaster {
  pid: number;
  port: number;
}

/** The server that runs on this cluster. A note left behind is removed, even if another program has its process number now. */
export function survivingPostmaster(cluster: Cluster): Postmaster | null {
  const file = join(cluster.data, 'postmaster.pid');
  const [pid, , , port] = read(file).split('\n').map(Number);
  if (pid && isPostgresOf(pid, cluster)) return { pid, port: port ?? 0 };
  rmSync(file, { force: true });
  return null;
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
}

export function isPostgresOf(pid: number, cluster: Cluster): boolean {
  if (!isRunning(pid)) return false;
  if (process.platform !== 'linux') {
    return spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout.includes(cluster.data);
  }
  const itsFolder = statSync(`/proc/${pid}/cwd`, { throwIfNoEntry: false });
  const ours = statSync(cluster.data);
  return read(`/proc/${pid}/comm`).trim() === 'postgres' && itsFolder?.ino === ours.ino && itsFolder.dev === ours.dev;
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
