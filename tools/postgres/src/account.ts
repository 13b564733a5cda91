import { readFileSync, statSync } from 'node:fs';
import { Fault } from './fault.ts';

export interface Account {
  uid: number;
  gid: number;
}

/**
 * The account that PostgreSQL must run under: null is this process's own. PostgreSQL refuses to run as root, so root hands
 * it to whoever owns the data already, else to `postgres`, else to `nobody`.
 */
export function serverAccount(cluster: string): Account | null {
  if (process.getuid?.() !== 0) return null;
  const owner = statSync(cluster, { throwIfNoEntry: false });
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };

  const account = named('postgres') ?? named('nobody');
  if (!account)
    throw new Fault(
      'PostgreSQL does not run as root and this machine has no user postgres or nobody: add one (useradd --system postgres) or start as an ordinary user.',
    );
  return account;
}

function named(name: string): Account | null {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${name}:`));
  if (!line) return null;
  const [, , uid, gid] = line.split(':');
  return { uid: Number(uid), gid: Number(gid) };
}
