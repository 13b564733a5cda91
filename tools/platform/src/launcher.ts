import { readFileSync } from 'node:fs';

const lookEveryMs = 250;
const shells = ['sh', 'dash', 'bash', 'ash', 'zsh'];

/**
 * Tells when the npm that runs this process is gone: told to end, npm tells only the shell that stands between, and
 * neither of them tells this process.
 */
export function whenNpmIsGone(environment: NodeJS.ProcessEnv, act: () => void): void {
  if (!environment['npm_lifecycle_event']) return;
  const parent = process.ppid;
  const shellsParent = shells.includes(statusOf(parent).name) ? statusOf(parent).parent : undefined;
  const look = setInterval(() => {
    const isSame = process.ppid === parent && (!shellsParent || statusOf(parent).parent === shellsParent);
    if (isSame) return;
    clearInterval(look);
    act();
  }, lookEveryMs).unref();
}

/** From Linux; elsewhere only the parent itself is watched. */
function statusOf(pid: number): { name: string; parent?: string } {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const parent = /^PPid:\s*(\d+)$/m.exec(status)?.[1];
    return { name: /^Name:\s*(\S+)/.exec(status)?.[1] ?? '', ...(parent && { parent }) };
  } catch {
    return { name: '' };
  }
}
