import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Composition } from './composition.ts';
import { SupergraphFault } from './supergraph-fault.ts';

export const supergraphFile = 'apps/gateway/supergraph.graphql';
export const apiFile = 'apps/gateway/api.graphql';

export function writeComposition(workspace: string, { supergraph, api }: Composition): void {
  writeFileSync(join(workspace, supergraphFile), supergraph);
  writeFileSync(join(workspace, apiFile), api);
}

/** The committed files must say what the offices' schemas say. */
export function refuseStaleFiles(workspace: string, { supergraph, api }: Composition): void {
  const stale = [
    { file: supergraphFile, fresh: supergraph },
    { file: apiFile, fresh: api },
  ].filter(({ file, fresh }) => readIfPresent(join(workspace, file)) !== fresh);
  if (stale.length === 0) return;
  throw new SupergraphFault(
    stale.map(({ file }) => `${file} is not what the offices' schemas compose to: run "npm run compose" and commit it`),
  );
}

export function readIfPresent(file: string): string | undefined {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}
