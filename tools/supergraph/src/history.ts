import { spawnSync } from 'node:child_process';

/** The newest committed version of a file that differs from `current`; none where there is no history. */
export function previousVersion(workspace: string, file: string, current: string): string | undefined {
  const commits = git(workspace, 'log', '--format=%H', '--', file)?.split('\n').filter(Boolean) ?? [];
  for (const commit of commits) {
    const committed = git(workspace, 'show', `${commit}:./${file}`);
    if (committed !== undefined && committed !== current) return committed;
  }
  return undefined;
}

/** True where old commits were left out of the clone, so that what is not found may well exist. */
export function isShallow(workspace: string): boolean {
  return git(workspace, 'rev-parse', '--is-shallow-repository')?.trim() === 'true';
}

function git(workspace: string, ...command: string[]): string | undefined {
  const { status, stdout } = spawnSync('git', command, {
    cwd: workspace,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  return status === 0 ? stdout : undefined;
}
