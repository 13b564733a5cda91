import type { FetchNode } from '@apollo/query-planner';
import { parse, type SelectionSetNode } from 'graphql';

export interface EntityField {
  rawName: string;
  field: string;
}

/** The fields a fetch asks of its entities themselves. */
export function entityFields({ operation }: FetchNode): EntityField[] {
  const fields: EntityField[] = [];
  const { definitions } = parse(operation, { noLocation: true });
  const fragments = new Map(
    definitions.flatMap((definition) =>
      definition.kind === 'FragmentDefinition' ? [[definition.name.value, definition.selectionSet] as const] : [],
    ),
  );
  const collect = (selectionSet: SelectionSetNode | undefined): void => {
    for (const selection of selectionSet?.selections ?? []) {
      if (selection.kind === 'InlineFragment') collect(selection.selectionSet);
      else if (selection.kind === 'FragmentSpread') collect(fragments.get(selection.name.value));
      else fields.push({ rawName: selection.alias?.value ?? selection.name.value, field: selection.name.value });
    }
  };
  for (const definition of definitions) {
    if (definition.kind !== 'OperationDefinition') continue;
    for (const root of definition.selectionSet.selections) if (root.kind === 'Field') collect(root.selectionSet);
  }
  return fields;
}
