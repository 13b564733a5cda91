import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { concatAST, GraphQLError, parse, Source, type DocumentNode } from 'graphql';
import { SupergraphFault } from './supergraph-fault.ts';

/** The contract of one office: its root `schema.graphql` first, then those of its slices by name. */
export function readSubgraphSdl(workspace: string, office: string): DocumentNode {
  const folder = join(workspace, 'apps', office, 'src');
  if (!existsSync(join(folder, 'schema.graphql'))) {
    throw new SupergraphFault([`apps/${office}/src/schema.graphql does not exist: every office has one`]);
  }
  const slices = globSync('*/schema.graphql', { cwd: folder }).sort();
  return concatAST(['schema.graphql', ...slices].map((file) => parseFile(folder, `apps/${office}/src`, file)));
}

function parseFile(folder: string, shownFolder: string, file: string): DocumentNode {
  try {
    return parse(new Source(readFileSync(join(folder, file), 'utf8'), `${shownFolder}/${file}`));
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    const line = error.locations?.[0]?.line ?? 1;
    throw new SupergraphFault([`${shownFolder}/${file}:${line} ${error.message}`]);
  }
}
