import { refuseBreakingChanges } from './breaking-changes.ts';
import { refuseStaleFiles, supergraphFile } from './committed-files.ts';
import { apiOf, composeOffices } from './composition.ts';
import { previousVersion } from './history.ts';

/** Says what was checked; throws a `SupergraphFault` if the committed supergraph is not right. */
export function checkSupergraph(workspace: string): string {
  const composition = composeOffices(workspace);
  refuseStaleFiles(workspace, composition);

  const previous = previousVersion(workspace, supergraphFile, composition.supergraph);
  if (previous === undefined)
    return 'The supergraph is up to date. There is no earlier version in the history to compare it with.';
  refuseBreakingChanges(workspace, apiOf(previous), composition.api);
  return 'The supergraph is up to date and breaks no client of the last committed version.';
}
