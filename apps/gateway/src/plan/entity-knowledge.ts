import { parse, type ConstDirectiveNode, type DocumentNode } from 'graphql';
import { member, type Data } from './data.ts';

/** By which fields each service finds an entity, and which of its fields need others: as the supergraph's `@join__type` and `@join__field` say. */
export class EntityKnowledge {
  /** `service Type` → the names at the top of each key. */
  readonly #keys = new Map<string, string[][]>();
  /** `service Type.field` → the names at the top of what it requires. */
  readonly #requirements = new Map<string, string[]>();

  constructor(supergraphSdl: string) {
    const document = parse(supergraphSdl, { noLocation: true });
    const services = serviceNames(document);
    const serviceOf = (directive: ConstDirectiveNode) => services.get(textOf(directive, 'graph') ?? '');
    for (const definition of document.definitions) {
      if (definition.kind !== 'ObjectTypeDefinition' && definition.kind !== 'InterfaceTypeDefinition') continue;
      const type = definition.name.value;
      for (const directive of definition.directives ?? []) {
        const key = directive.name.value === 'join__type' ? textOf(directive, 'key') : undefined;
        if (key === undefined) continue;
        const place = `${serviceOf(directive)} ${type}`;
        this.#keys.set(place, [...(this.#keys.get(place) ?? []), topNames(key)]);
      }
      for (const field of definition.fields ?? []) {
        for (const directive of field.directives ?? []) {
          const requires = directive.name.value === 'join__field' ? textOf(directive, 'requires') : undefined;
          if (requires === undefined) continue;
          this.#requirements.set(`${serviceOf(directive)} ${type}.${field.name.value}`, topNames(requires));
        }
      }
    }
  }

  /** Whether a representation holds a key by which the service can find it, under any of the names of its type. */
  identify(service: string, typenames: readonly string[], representation: Data): boolean {
    const keys = typenames.flatMap((typename) => this.#keys.get(`${service} ${typename}`) ?? []);
    if (keys.length === 0) return true;
    return keys.some((names) => names.every((name) => member(representation, name) !== undefined));
  }

  /** Whether a field of an entity is made from another field that the service does not have itself. */
  requires(service: string, typenames: readonly string[], field: string, other: string): boolean {
    return typenames.some((typename) => this.#requirements.get(`${service} ${typename}.${field}`)?.includes(other));
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

/** The fields at the top of a field set, fragments opened. */
function topNames(fieldSet: string): string[] {
  const [operation] = parse(`{ ${fieldSet} }`, { noLocation: true }).definitions;
  if (operation?.kind !== 'OperationDefinition') return [];
  return operation.selectionSet.selections.flatMap((selection) => {
    if (selection.kind === 'Field') return [selection.name.value];
    if (selection.kind !== 'InlineFragment') return [];
    return selection.selectionSet.selections.flatMap((inner) => (inner.kind === 'Field' ? [inner.name.value] : []));
  });
}
