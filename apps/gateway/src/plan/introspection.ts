import {
  executeSync,
  Kind,
  type DocumentNode,
  type FieldNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';

export type Introspect = (responseName: string, nodes: readonly FieldNode[]) => unknown;

/** Answers `__schema` and `__type` at the root of an operation; nothing of it comes from a service. */
export function introspector(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): (variables: Readonly<Record<string, unknown>>) => Introspect {
  const fragments = document.definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION);
  return (variableValues) => (responseName, selections) => {
    const selectionSet = { kind: Kind.SELECTION_SET as const, selections: [...selections] };
    const onlyThis: DocumentNode = {
      kind: Kind.DOCUMENT,
      definitions: [{ ...operation, directives: [], selectionSet }, ...fragments],
    };
    return executeSync({ schema, document: onlyThis, rootValue: {}, variableValues }).data?.[responseName];
  };
}
