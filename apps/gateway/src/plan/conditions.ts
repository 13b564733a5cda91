import {
  getDirectiveValues,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  Kind,
  valueFromASTUntyped,
  visit,
  type DocumentNode,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

export type Conditions = Readonly<Record<string, unknown>>;

const namesByDocument = new WeakMap<DocumentNode, readonly string[]>();

/** The values of the variables on which `@skip` and `@include` depend; an operation is planned once for each combination. */
export function conditionsOf(
  document: DocumentNode,
  { variableDefinitions = [] }: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): Conditions {
  const names = conditionNames(document);
  if (names.length === 0) return {};
  const conditions: Record<string, unknown> = {};
  for (const name of names) {
    const fallback = variableDefinitions.find(({ variable }) => variable.name.value === name)?.defaultValue;
    conditions[name] = variables[name] ?? (fallback && valueFromASTUntyped(fallback));
  }
  return conditions;
}

function conditionNames(document: DocumentNode): readonly string[] {
  const known = namesByDocument.get(document);
  if (known) return known;
  const names = new Set<string>();
  visit(document, {
    Directive({ name, arguments: given }) {
      if (name.value !== 'skip' && name.value !== 'include') return;
      for (const { value } of given ?? []) if (value.kind === Kind.VARIABLE) names.add(value.name.value);
    },
  });
  namesByDocument.set(document, [...names]);
  return [...names];
}

export function isIncluded(selection: SelectionNode, conditions: Conditions): boolean {
  if (!selection.directives || selection.directives.length === 0) return true;
  if (getDirectiveValues(GraphQLSkipDirective, selection, conditions)?.['if'] === true) return false;
  return getDirectiveValues(GraphQLIncludeDirective, selection, conditions)?.['if'] !== false;
}

const typename: SelectionNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };

/** The document with its conditions decided: what is left out is gone, and nothing depends on them any more. */
export function decideConditions(document: DocumentNode, conditions: Conditions): DocumentNode {
  return visit(document, {
    SelectionSet(node): SelectionSetNode | undefined {
      const kept = node.selections.filter((selection) => isIncluded(selection, conditions));
      if (kept.length === node.selections.length) return undefined;
      return { ...node, selections: kept.length > 0 ? kept : [typename] };
    },
    Directive: ({ name }) => (name.value === 'skip' || name.value === 'include' ? null : undefined),
  });
}
