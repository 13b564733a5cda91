import { composeServices, type CompositionResult } from '@apollo/composition';
import { Supergraph } from '@apollo/federation-internals';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { offices } from './offices.ts';
import { silentOfficeFaults } from './silent-office.ts';
import { readSubgraphSdl } from './subgraph-sdl.ts';
import { SupergraphFault } from './supergraph-fault.ts';

export interface Composition {
  /** What the gateway runs: every field with the offices that answer it. */
  supergraph: string;
  /** What a client sees, sorted by name. */
  api: string;
}

/** One schema of the four offices' schemas. Offices that contradict each other, even mildly, are a fault. */
export function composeOffices(workspace: string): Composition {
  const services = offices.map(({ name, url }) => ({ name, url, typeDefs: readSubgraphSdl(workspace, name) }));
  const { supergraphSdl } = withoutContradictions(composeServices(services));
  const faults = silentOfficeFaults(services);
  if (faults.length > 0) throw new SupergraphFault(faults);
  return { supergraph: `${supergraphSdl.trim()}\n`, api: `${apiOf(supergraphSdl)}\n` };
}

/** The public part of a supergraph as SDL. */
export function apiOf(supergraphSdl: string): string {
  const schema = Supergraph.build(supergraphSdl).apiSchema().toGraphQLJSSchema();
  return printSchema(lexicographicSortSchema(schema));
}

function withoutContradictions(result: CompositionResult) {
  if (result.errors) throw new SupergraphFault(result.errors.map(({ message }) => message));
  const warnings = result.hints.filter(({ definition }) => definition.level.name === 'WARN');
  if (warnings.length > 0)
    throw new SupergraphFault(warnings.map(({ definition, message }) => `${definition.code}: ${message}`));
  return result;
}
