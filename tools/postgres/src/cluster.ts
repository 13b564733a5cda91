import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { Account } from './account.ts';
import { orDiskFull, serverFault } from './fault.ts';

/** One database cluster: PostgreSQL's own folder and, beside it, the password of its superuser. */
export interface Cluster {
  folder: string;
  data: string;
  password: string;
}

/**
 * What PostgreSQL is told its data folder is. Its working directory is that folder, and reached this way the folders
 * above it may be closed to the account it runs under (a repository in /root).
 */
export function dataArgument(cluster: Pick<Cluster, 'data'>, account: Account | null): string {
  return account && process.platform === 'linux' ? '/proc/self/cwd' : cluster.data;
}

/** The cluster in a folder, made on first use: whole or not at all. */
export async function openCluster(folder: string, postgres: string, account: Account | null): Promise<Cluster> {
  const target = join(folder, 'cluster');
  if (!existsSync(target)) await createCluster(folder, target, postgres, account);
  return { folder: target, data: join(target, 'data'), password: readFileSync(join(target, 'password'), 'utf8') };
}

async function createCluster(folder: string, target: string, postgres: string, account: Account | null): Promise<void> {
  for (const name of readdirSync(folder)) if (name.startsWith('.new-')) rmSync(join(folder, name), { recursive: true });
  const fresh = mkdtempSync(join(folder, '.new-'));
  const data = join(fresh, 'data');
  const password = join(fresh, 'password');
  mkdirSync(data, { mode: 0o700 });
  writeFileSync(password, randomBytes(24).toString('base64url'), { mode: 0o600 });
  if (account) for (const path of [fresh, data, password]) chownSync(path, account.uid, account.gid);

  const initdb = spawn(
    join(postgres, 'bin/initdb'),
    [
      '-D',
      dataArgument({ data }, account),
      '--username=postgres',
      '--pwfile=../password',
      '--auth=scram-sha-256',
    ].concat(['--encoding=UTF8', '--locale-provider=builtin', '--locale=C.UTF-8', '--no-instructions']),
    { cwd: data, env: { TZ: 'UTC' }, stdio: ['ignore', 'ignore', 'pipe'], ...account },
  );
  const [errors, code] = await Promise.all([
    text(initdb.stderr),
    new Promise((resolve) => initdb.on('close', resolve).on('error', resolve)),
  ]);
  if (code !== 0) {
    const fault = orDiskFull(folder, serverFault(errors || String(code), folder, 0, 'not written yet'));
    rmSync(fresh, { recursive: true, force: true });
    throw fault;
  }
  renameSync(fresh, target);
}
