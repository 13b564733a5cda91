import {
  isTypeDefinitionNode,
  parse,
  valueFromASTUntyped,
  type ConstDirectiveNode,
  type DefinitionNode,
} from 'graphql';

export interface ListSize {
  assumedSize: number | undefined;
  slicingArguments: string[];
  sizedFields: string[];
}

/** What a supergraph says in `@cost` and `@listSize`, by type (`School`), field (`County.schools`) and argument (`County.schools.filter`). */
export interface CostDirectives {
  weights: ReadonlyMap<string, number>;
  listSizes: ReadonlyMap<string, ListSize>;
}

/** Reads both directives under whatever names the supergraph imports them. */
export function readCostDirectives(supergraphSdl: string): CostDirectives {
  const weights = new Map<string, number>();
  const listSizes = new Map<string, ListSize>();
  const { definitions } = parse(supergraphSdl, { noLocation: true });
  const names = directiveNames(definitions);

  function note(coordinate: string, directives: readonly ConstDirectiveNode[] | undefined): void {
    for (const directive of directives ?? []) {
      const values = argumentsOf(directive);
      if (directive.name.value === names.cost && typeof values['weight'] === 'number') {
        weights.set(coordinate, values['weight']);
      }
      if (directive.name.value === names.listSize) listSizes.set(coordinate, listSizeOf(values));
    }
  }

  for (const definition of definitions) {
    if (!isTypeDefinitionNode(definition)) continue;
    const typeName = definition.name.value;
    note(typeName, definition.directives);
    if (definition.kind !== 'ObjectTypeDefinition' && definition.kind !== 'InterfaceTypeDefinition') continue;
    for (const field of definition.fields ?? []) {
      const coordinate = `${typeName}.${field.name.value}`;
      note(coordinate, field.directives);
      for (const argument of field.arguments ?? []) note(`${coordinate}.${argument.name.value}`, argument.directives);
    }
  }
  return { weights, listSizes };
}

function directiveNames(definitions: readonly DefinitionNode[]): { cost: string; listSize: string } {
  const names = { cost: 'cost', listSize: 'listSize' };
  const schema = definitions.find((definition) => definition.kind === 'SchemaDefinition');
  const link = schema?.directives
    ?.filter((directive) => directive.name.value === 'link')
    .map(argumentsOf)
    .find(({ url }) => typeof url === 'string' && url.startsWith('https://specs.apollo.dev/cost/'));
  if (!link) return names;
  const prefix = typeof link['as'] === 'string' ? link['as'] : 'cost';
  names.cost = prefix;
  names.listSize = `${prefix}__listSize`;
  for (const item of Array.isArray(link['import']) ? (link['import'] as unknown[]) : []) {
    const { name, as } = typeof item === 'string' ? { name: item, as: item } : (item as { name: string; as?: string });
    const local = (as ?? name).replace('@', '');
    if (name === '@cost') names.cost = local;
    if (name === '@listSize') names.listSize = local;
  }
  return names;
}

function argumentsOf(directive: ConstDirectiveNode): Record<string, unknown> {
  const entries = (directive.arguments ?? []).map(({ name, value }) => [name.value, valueFromASTUntyped(value)]);
  return Object.fromEntries(entries) as Record<string, unknown>;
}

function listSizeOf(values: Record<string, unknown>): ListSize {
  const texts = (value: unknown) =>
    Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
  return {
    assumedSize: typeof values['assumedSize'] === 'number' ? values['assumedSize'] : undefined,
    slicingArguments: texts(values['slicingArguments']),
    sizedFields: texts(values['sizedFields']),
  };
}
