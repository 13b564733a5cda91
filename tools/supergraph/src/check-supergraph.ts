import { refuseBreakingChanges } from './breaking-changes.ts';
import { refuseStaleFiles, supergraphFile } from './committed-files.ts';
import { apiOf, composeOffices } from './composition.ts';
import { isShallow, previousVersion } from './history.ts';
import { SupergraphFault } from './supergraph-fault.ts';

const noHistory =
  'This clone has no history (it is shallow), so nobody can say whether the API breaks its clients: fetch it with "git fetch --unshallow"';

/** Says what was checked; throws a `SupergraphFault` if the committed supergraph is not right. */
export function checkSupergraph(workspace: string): string {
  const composition = composeOffices(workspace);
  refuseStaleFiles(workspace, composition);

  if (isShallow(workspace)) throw new SupergraphFault([noHistory]);
  const previous = previousVersion(workspace, supergraphFile, composition.supergraph);
  if (previous === undefined)
    return 'The supergraph is up to date. There is no earlier version in the history to compare it with.';
  refuseBreakingChanges(workspace, apiOf(previous), composition.api);
  return 'The supergraph is up to date and breaks no client of the last committed version.';
}
