import { join } from 'node:path';
import { buildSchema, findBreakingChanges } from 'graphql';
import { z } from 'zod';
import { readIfPresent } from './committed-files.ts';
import { SupergraphFault } from './supergraph-fault.ts';

export const acceptedFile = 'apps/gateway/accepted-breaking-changes.json';

const acceptance = z.strictObject({ change: z.string().min(1), reason: z.string().min(1) });
export type Acceptance = z.infer<typeof acceptance>;

/** Changes of the public API that break a client written for the previous one, unless accepted with a reason. */
export function unacceptedChanges(previousApi: string, api: string, accepted: readonly Acceptance[]): string[] {
  const changes = findBreakingChanges(buildSchema(previousApi), buildSchema(api)).map(({ description }) => description);
  return changes.filter((change) => !accepted.some((entry) => entry.change === change));
}

export function refuseBreakingChanges(workspace: string, previousApi: string, api: string): void {
  const changes = unacceptedChanges(previousApi, api, readAcceptances(workspace));
  if (changes.length === 0) return;
  throw new SupergraphFault([
    ...changes,
    `These break clients of the last committed API: deprecate instead, or list each in ${acceptedFile} as { "change", "reason" }`,
  ]);
}

function readAcceptances(workspace: string): Acceptance[] {
  const text = readIfPresent(join(workspace, acceptedFile));
  if (text === undefined) return [];
  try {
    return z.array(acceptance).parse(JSON.parse(text));
  } catch {
    throw new SupergraphFault([`${acceptedFile} must be a list of { "change": "…", "reason": "…" }, both filled in`]);
  }
}
