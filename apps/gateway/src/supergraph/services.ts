import { parse, type ConstDirectiveNode } from 'graphql';

export interface Service {
  name: string;
  url: string;
}

/** The services a supergraph was composed of, with the addresses written in it. */
export function servicesOf(supergraphSdl: string): Service[] {
  const graphs = parse(supergraphSdl, { noLocation: true }).definitions.find(
    (definition) => definition.kind === 'EnumTypeDefinition' && definition.name.value === 'join__Graph',
  );
  if (graphs?.kind !== 'EnumTypeDefinition') throw new Error('it names no services (enum join__Graph is missing)');
  return (graphs.values ?? []).flatMap(({ directives }) => {
    const graph = directives?.find(({ name }) => name.value === 'join__graph');
    return graph ? [{ name: text(graph, 'name'), url: text(graph, 'url') }] : [];
  });
}

/** The environment variable that says where a service is: `STUDENT_AID_URL` for `student-aid`. */
export function addressVariable(service: string): string {
  return `${service.toUpperCase().replaceAll(/[^A-Z0-9]+/g, '_')}_URL`;
}

function text(directive: ConstDirectiveNode, argument: string): string {
  const value = directive.arguments?.find(({ name }) => name.value === argument)?.value;
  return value?.kind === 'StringValue' ? value.value : '';
}
