import { parse, print, type DocumentNode, type SelectionSetNode } from 'graphql';

/** What a field requires, where arguments matter: by the path of the required field, the arguments it is required with. */
export type RequiredArguments = ReadonlyMap<string, string>;

/**
 * Fields whose `@requires` names a field with arguments. The planner asks a required field once for an object, under its own
 * name, so two fields that require it with different arguments must not be planned together.
 */
export class RequirementArguments {
  /** Names of fields that are required with arguments somewhere. */
  readonly names: ReadonlySet<string>;
  readonly #byField = new Map<string, RequiredArguments>();

  constructor(supergraphSdl: string) {
    const requirements = requirementsIn(parse(supergraphSdl, { noLocation: true }));
    const names = new Set<string>();
    for (const { required } of requirements) {
      for (const [path, given] of required) if (given !== '') names.add(path.slice(path.lastIndexOf('.') + 1));
    }
    for (const { field, required } of requirements) {
      const relevant = [...required].filter(([path]) => names.has(path.slice(path.lastIndexOf('.') + 1)));
      if (relevant.length > 0) this.#byField.set(field, new Map(relevant));
    }
    this.names = names;
  }

  /** What `Type.field` requires, if arguments matter. */
  of(field: string): RequiredArguments | undefined {
    return this.#byField.get(field);
  }
}

function requirementsIn({ definitions }: DocumentNode): { field: string; required: Map<string, string> }[] {
  return definitions.flatMap((definition) => {
    if (definition.kind !== 'ObjectTypeDefinition' && definition.kind !== 'InterfaceTypeDefinition') return [];
    return (definition.fields ?? []).flatMap((field) =>
      (field.directives ?? []).flatMap((directive) => {
        const value = directive.arguments?.find(({ name }) => name.value === 'requires')?.value;
        if (directive.name.value !== 'join__field' || value?.kind !== 'StringValue') return [];
        const required = new Map<string, string>();
        const [operation] = parse(`{ ${value.value} }`, { noLocation: true }).definitions;
        if (operation?.kind === 'OperationDefinition') collect(operation.selectionSet, '', required);
        return [{ field: `${definition.name.value}.${field.name.value}`, required }];
      }),
    );
  });
}

function collect(selectionSet: SelectionSetNode, prefix: string, required: Map<string, string>): void {
  for (const selection of selectionSet.selections) {
    if (selection.kind === 'InlineFragment') collect(selection.selectionSet, prefix, required);
    if (selection.kind !== 'Field') continue;
    const path = `${prefix}${selection.name.value}`;
    required.set(path, (selection.arguments ?? []).map(print).sort().join());
    if (selection.selectionSet) collect(selection.selectionSet, `${path}.`, required);
  }
}
