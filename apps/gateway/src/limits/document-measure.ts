import type { DocumentNode, FragmentDefinitionNode, SelectionSetNode } from 'graphql';

export interface DocumentLimits {
  depth: number;
  aliases: number;
  rootFields: number;
  fields: number;
}

export type DocumentMeasure = Record<keyof DocumentLimits, number>;

interface Measure {
  depth: number;
  aliases: number;
  fields: number;
  /** Fields at the top of the selection, fragments opened. */
  top: number;
}

const nothing: Measure = { depth: 0, aliases: 0, fields: 0, top: 0 };

/**
 * What a document asks for, fragments opened: the largest figure of its operations. Each fragment is measured once, so
 * fragments that multiply each other cost no time here; a circle counts as nothing and is left to validation.
 * Introspection fields add no depth: the standard introspection query is deep by nature and bounded by the schema.
 */
export function measureDocument(document: DocumentNode): DocumentMeasure {
  const measureSelections = selectionMeasurer(document);
  const largest: DocumentMeasure = { depth: 0, aliases: 0, rootFields: 0, fields: 0 };
  for (const definition of document.definitions) {
    if (definition.kind !== 'OperationDefinition') continue;
    const { depth, aliases, fields, top } = measureSelections(definition.selectionSet);
    largest.depth = Math.max(largest.depth, depth);
    largest.aliases = Math.max(largest.aliases, aliases);
    largest.rootFields = Math.max(largest.rootFields, top);
    largest.fields = Math.max(largest.fields, fields);
  }
  return largest;
}

function selectionMeasurer(document: DocumentNode): (selectionSet: SelectionSetNode | undefined) => Measure {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === 'FragmentDefinition') fragments.set(definition.name.value, definition);
  }
  const measured = new Map<string, Measure>();

  function ofFragment(name: string): Measure {
    const known = measured.get(name);
    if (known) return known;
    measured.set(name, nothing);
    const measure = ofSelections(fragments.get(name)?.selectionSet);
    measured.set(name, measure);
    return measure;
  }

  function ofSelections(selectionSet: SelectionSetNode | undefined): Measure {
    const total: Measure = { ...nothing };
    for (const selection of selectionSet?.selections ?? []) {
      if (selection.kind !== 'Field') {
        const inner =
          selection.kind === 'FragmentSpread' ? ofFragment(selection.name.value) : ofSelections(selection.selectionSet);
        total.depth = Math.max(total.depth, inner.depth);
        total.aliases += inner.aliases;
        total.fields += inner.fields;
        total.top += inner.top;
        continue;
      }
      const inner = ofSelections(selection.selectionSet);
      const isIntrospection = selection.name.value.startsWith('__');
      total.depth = Math.max(total.depth, isIntrospection ? 1 : inner.depth + 1);
      total.aliases += inner.aliases + (selection.alias ? 1 : 0);
      total.fields += inner.fields + 1;
      total.top += 1;
    }
    return total;
  }

  return ofSelections;
}
