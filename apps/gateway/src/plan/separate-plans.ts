import {
  isAbstractType,
  Kind,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type DefinitionNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import type { RequiredArguments, RequirementArguments } from './requirement-arguments.ts';

type Groups = ReadonlyMap<FieldNode, number>;

/**
 * Splits an operation into parts that may each be planned as one: usually the operation itself. Fields that require the
 * same field with different arguments come into different parts; parts after the first hold only what leads to them.
 */
export function separatePlans(
  document: DocumentNode,
  schema: GraphQLSchema,
  required: RequirementArguments,
): DocumentNode[] {
  if (required.names.size === 0) return [document];
  const { groups, count } = group(document, schema, required);
  if (count <= 1) return [document];
  const others = Array.from({ length: count - 1 }, (_, index) => only(document, groups, index + 1));
  return [without(document, groups), ...others];
}

function group(
  document: DocumentNode,
  schema: GraphQLSchema,
  required: RequirementArguments,
): { groups: Groups; count: number } {
  const groups = new Map<FieldNode, number>();
  const taken: Map<string, string>[] = [];
  const types = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(types, {
      Field(node) {
        const parent = types.getParentType();
        if (!parent) return;
        const names = [
          parent.name,
          ...(isAbstractType(parent) ? schema.getPossibleTypes(parent).map(({ name }) => name) : []),
        ];
        for (const name of names) {
          const needs = required.of(`${name}.${node.name.value}`);
          if (needs) groups.set(node, placeFor(needs, taken));
        }
      },
    }),
  );
  return { groups, count: taken.length };
}

/** The first group whose members require nothing else under the same names; a new one if there is none. */
function placeFor(needs: RequiredArguments, taken: Map<string, string>[]): number {
  const fits = (group: Map<string, string>) =>
    [...needs].every(([path, given]) => (group.get(path) ?? given) === given);
  let index = taken.findIndex(fits);
  if (index === -1) index = taken.push(new Map()) - 1;
  for (const [path, given] of needs) taken[index]?.set(path, given);
  return index;
}

const typename: SelectionNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };

function without(document: DocumentNode, groups: Groups): DocumentNode {
  return visit(document, {
    SelectionSet(node): SelectionSetNode | undefined {
      const kept = node.selections.filter((selection) => selection.kind !== Kind.FIELD || !groups.get(selection));
      if (kept.length === node.selections.length) return undefined;
      return { ...node, selections: kept.length > 0 ? kept : [typename] };
    },
  });
}

function only(document: DocumentNode, groups: Groups, wanted: number): DocumentNode {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }

  function keep(selectionSet: SelectionSetNode): SelectionSetNode | undefined {
    const selections = selectionSet.selections.flatMap((selection): SelectionNode[] => {
      if (selection.kind === Kind.FIELD) {
        if (groups.get(selection) === wanted) return [selection];
        const inner = selection.selectionSet && keep(selection.selectionSet);
        return inner ? [{ ...selection, selectionSet: inner }] : [];
      }
      const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
      const inner = fragment && keep(fragment.selectionSet);
      if (!inner) return [];
      const condition = fragment.typeCondition;
      return [{ kind: Kind.INLINE_FRAGMENT, ...(condition ? { typeCondition: condition } : {}), selectionSet: inner }];
    });
    return selections.length > 0 ? { kind: Kind.SELECTION_SET, selections } : undefined;
  }

  const definitions = document.definitions.map((definition): DefinitionNode => {
    if (definition.kind !== Kind.OPERATION_DEFINITION) return definition;
    const selectionSet = keep(definition.selectionSet) ?? { kind: Kind.SELECTION_SET, selections: [typename] };
    return { ...definition, selectionSet };
  });
  return { ...document, definitions };
}
