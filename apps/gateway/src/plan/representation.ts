import type { QueryPlanFieldNode, QueryPlanInlineFragmentNode, QueryPlanSelectionNode } from '@apollo/query-planner';
import { isData, member, merge, setMember, type Data } from './data.ts';
import type { EntityKeys } from './entity-keys.ts';
import type { TypeRelations } from './type-relations.ts';

/** Serialises what a service must know of an entity, or gives nothing if that is not known. */
export type RepresentationOf = (entity: Data) => string | undefined;

interface Required {
  name: string;
  /** `"name":`, ready to be written. */
  label: string;
  serialise: (value: unknown) => string | undefined;
}

export interface RequirementParts {
  service: string;
  requires: readonly QueryPlanSelectionNode[];
  relations: TypeRelations;
  keys: EntityKeys;
  rewrite: ((data: Data) => void) | undefined;
}

/**
 * Compiles a fetch's requirements. For each type of entity they are worked out once; in the usual case, one fragment of
 * plain fields, the representation is written straight as JSON.
 */
export function compileRepresentation({
  service,
  requires,
  relations,
  keys,
  rewrite,
}: RequirementParts): RepresentationOf {
  const byType = new Map<string, RepresentationOf>();

  function compileFor(typename: string): RepresentationOf {
    const fragments = requires.filter(
      (selection): selection is QueryPlanInlineFragmentNode =>
        selection.kind === 'InlineFragment' &&
        (selection.typeCondition === undefined || relations.fits(typename, selection.typeCondition)),
    );
    const [only] = fragments;
    const isSimple = fragments.length === 1 && !rewrite && requires.every(({ kind }) => kind === 'InlineFragment');
    const fields = isSimple ? only?.selections.filter(isPlainField) : undefined;
    const isPlain = fields?.length === only?.selections.length && fields?.some(({ name }) => name === '__typename');
    if (fields && isPlain) return writer(fields.map(required));
    const typenames = [typename, ...fragments.flatMap(({ typeCondition }) => typeCondition ?? [])];
    return (entity) => {
      const representation = select(entity, requires, relations);
      if (typeof representation?.['__typename'] !== 'string') return undefined;
      if (!keys.identify(service, typenames, representation)) return undefined;
      rewrite?.(representation);
      return JSON.stringify(representation);
    };
  }

  return (entity) => {
    const typename = entity['__typename'];
    if (typeof typename !== 'string') return undefined;
    let representationOf = byType.get(typename);
    if (!representationOf) byType.set(typename, (representationOf = compileFor(typename)));
    return representationOf(entity);
  };
}

function isPlainField(selection: QueryPlanSelectionNode): selection is QueryPlanFieldNode {
  return selection.kind === 'Field' && (selection.selections ?? []).every(isPlainField);
}

function required(field: QueryPlanFieldNode): Required {
  const name = field.alias ?? field.name;
  const children = field.selections?.filter(isPlainField).map(required);
  const write = children && writer(children);
  const serialise = (value: unknown): string | undefined => {
    if (Array.isArray(value)) return `[${value.map((item) => serialise(item) ?? 'null').join(',')}]`;
    if (!write || value === null) return JSON.stringify(value);
    return isData(value) ? (write(value) ?? 'null') : 'null';
  };
  return { name, label: `${JSON.stringify(name)}:`, serialise };
}

function writer(fields: readonly Required[]): RepresentationOf {
  return (entity) => {
    let text = '{';
    for (const { name, label, serialise } of fields) {
      const value = member(entity, name);
      if (value === undefined) return undefined;
      text += `${text === '{' ? '' : ','}${label}${serialise(value)}`;
    }
    return `${text}}`;
  };
}

/** A fragment of which something is missing adds nothing; a field of which something is missing makes its object unusable. */
function select(source: Data, selections: readonly QueryPlanSelectionNode[], relations: TypeRelations): Data | null {
  const result: Data = {};
  for (const selection of selections) {
    if (selection.kind === 'InlineFragment') {
      const typename = source['__typename'];
      const { typeCondition } = selection;
      const applies =
        typeCondition === undefined || (typeof typename === 'string' && relations.fits(typename, typeCondition));
      const part = applies ? select(source, selection.selections, relations) : null;
      if (part) merge(result, part);
      continue;
    }
    const name = selection.alias ?? selection.name;
    const value = member(source, name);
    if (value === undefined) return null;
    setMember(result, name, selectValue(value, selection.selections, relations));
  }
  return result;
}

function selectValue(
  value: unknown,
  selections: readonly QueryPlanSelectionNode[] | undefined,
  relations: TypeRelations,
): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => selectValue(item, selections, relations));
  if (!selections || value === null) return value;
  return isData(value) ? select(value, selections, relations) : null;
}
