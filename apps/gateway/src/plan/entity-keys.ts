import { parse, type ConstDirectiveNode, type DocumentNode } from 'graphql';
import { member, type Data } from './data.ts';

/** By which fields each service finds an entity: as the supergraph's `@join__type` says. */
export class EntityKeys {
  /** `service Type` → the names at the top of each key. */
  readonly #keys = new Map<string, string[][]>();

  constructor(supergraphSdl: string) {
    const document = parse(supergraphSdl, { noLocation: true });
    const services = serviceNames(document);
    for (const definition of document.definitions) {
      if (definition.kind !== 'ObjectTypeDefinition' && definition.kind !== 'InterfaceTypeDefinition') continue;
      for (const directive of definition.directives ?? []) {
        const key = directive.name.value === 'join__type' ? textOf(directive, 'key') : undefined;
        const service = services.get(textOf(directive, 'graph') ?? '');
        if (key === undefined || service === undefined) continue;
        const place = `${service} ${definition.name.value}`;
        this.#keys.set(place, [...(this.#keys.get(place) ?? []), topNames(key)]);
      }
    }
  }

  /** Whether a representation holds a key by which the service can find it, under any of the names of its type. */
  identify(service: string, typenames: readonly string[], representation: Data): boolean {
    const keys = typenames.flatMap((typename) => this.#keys.get(`${service} ${typename}`) ?? []);
    if (keys.length === 0) return true;
    return keys.some((names) => names.every((name) => member(representation, name) !== undefined));
  }
}

function serviceNames({ definitions }: DocumentNode): Map<string, string> {
  const names = new Map<string, string>();
  for (const definition of definitions) {
    if (definition.kind !== 'EnumTypeDefinition' || definition.name.value !== 'join__Graph') continue;
    for (const value of definition.values ?? []) {
      const graph = value.directives?.find(({ name }) => name.value === 'join__graph');
      if (graph) names.set(value.name.value, textOf(graph, 'name') ?? value.name.value);
    }
  }
  return names;
}

function textOf(directive: ConstDirectiveNode, argument: string): string | undefined {
  const value = directive.arguments?.find(({ name }) => name.value === argument)?.value;
  return value?.kind === 'StringValue' || value?.kind === 'EnumValue' ? value.value : undefined;
}

function topNames(key: string): string[] {
  const [operation] = parse(`{ ${key} }`, { noLocation: true }).definitions;
  if (operation?.kind !== 'OperationDefinition') return [];
  return operation.selectionSet.selections.flatMap((selection) =>
    selection.kind === 'Field' ? [selection.name.value] : [],
  );
}
