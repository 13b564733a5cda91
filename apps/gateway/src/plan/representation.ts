import type { QueryPlanFieldNode, QueryPlanInlineFragmentNode, QueryPlanSelectionNode } from '@apollo/query-planner';
import { quoted } from './answer-text.ts';
import { isData, member, merge, setMember, type Data } from './data.ts';
import type { EntityKnowledge } from './entity-knowledge.ts';
import type { TypeRelations } from './type-relations.ts';

export interface Representation {
  /** As JSON; the same for the same entity. */
  text: string;
  /** One of its values: entities with another one are others. */
  hint: unknown;
  /** Required fields that nobody could give: what is made from them must not be believed. */
  missing: readonly string[];
  typenames: readonly string[];
}

/** What a service must know of an entity, or nothing if that is not enough to find it. */
export type RepresentationOf = (entity: Data) => Representation | undefined;

export interface RequirementParts {
  service: string;
  requires: readonly QueryPlanSelectionNode[];
  relations: TypeRelations;
  knowledge: EntityKnowledge;
  rewrite: ((data: Data) => void) | undefined;
}

const none: readonly string[] = [];

/**
 * Compiles a fetch's requirements. For each type of entity they are worked out once; in the usual case, one fragment of
 * plain fields, the representation is written straight as JSON.
 */
export function compileRepresentation(parts: RequirementParts): RepresentationOf {
  const { requires, relations, rewrite } = parts;
  const byType = new Map<string, RepresentationOf>();

  function compileFor(typename: string): RepresentationOf {
    const fragments = requires.filter(
      (selection): selection is QueryPlanInlineFragmentNode =>
        selection.kind === 'InlineFragment' &&
        (selection.typeCondition === undefined || relations.fits(typename, selection.typeCondition)),
    );
    const typenames = [typename, ...fragments.flatMap(({ typeCondition }) => typeCondition ?? [])];
    const [only] = fragments;
    const isSimple = fragments.length === 1 && !rewrite && requires.every(({ kind }) => kind === 'InlineFragment');
    const fields = isSimple ? only?.selections.filter(isPlainField) : undefined;
    const isPlain = fields?.length === only?.selections.length && fields?.some(({ name }) => name === '__typename');
    const write = fields && isPlain ? writer(fields.map((field) => required(field, typename))) : undefined;
    const hintName = fields?.find(({ name }) => name !== '__typename')?.name ?? '__typename';
    return (entity) => {
      const text = write?.(entity);
      if (text === undefined) return carefully(parts, typenames, entity);
      return { text, hint: member(entity, hintName), missing: none, typenames };
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

type Serialise = (value: unknown) => string | undefined;

interface Required {
  name: string;
  /** `"name":`, ready to be written. */
  label: string;
  serialise: Serialise;
}

function required(field: QueryPlanFieldNode, typename?: string): Required {
  const name = field.alias ?? field.name;
  const label = `${JSON.stringify(name)}:`;
  if (name === '__typename' && typename !== undefined) {
    const text = JSON.stringify(typename);
    return { name, label, serialise: () => text };
  }
  const write = field.selections && writer(field.selections.filter(isPlainField).map((inner) => required(inner)));
  const serialise: Serialise = (value) => {
    if (typeof value === 'string') return quoted(value);
    if (Array.isArray(value)) {
      const items = value.map(serialise);
      return items.includes(undefined) ? undefined : `[${items.join(',')}]`;
    }
    if (!write || value === null) return JSON.stringify(value);
    return isData(value) ? write(value) : 'null';
  };
  return { name, label, serialise };
}

/** Writes fields straight as JSON; nothing as soon as one of them is not there. */
function writer(fields: readonly Required[]): (entity: Data) => string | undefined {
  return (entity) => {
    let text = '';
    for (const { name, label, serialise } of fields) {
      const value = member(entity, name);
      const written = value === undefined ? undefined : serialise(value);
      if (written === undefined) return undefined;
      text += (text === '' ? '{' : ',') + label + written;
    }
    return text === '' ? '{}' : `${text}}`;
  };
}

/** The same where something is missing, fragments meet, or the planner wants the result changed. */
function carefully(parts: RequirementParts, typenames: readonly string[], entity: Data): Representation | undefined {
  const missing: string[] = [];
  const representation = select(entity, parts.requires, parts.relations, missing);
  if (typeof representation['__typename'] !== 'string') return undefined;
  if (!parts.knowledge.identify(parts.service, typenames, representation)) return undefined;
  parts.rewrite?.(representation);
  const text = JSON.stringify(representation);
  return { text, hint: text, missing, typenames };
}

/** Copies what is there, and notes what is not. A field of which a part is missing is missing. */
function select(
  source: Data,
  selections: readonly QueryPlanSelectionNode[],
  relations: TypeRelations,
  missing: string[],
): Data {
  const result: Data = {};
  for (const selection of selections) {
    if (selection.kind === 'InlineFragment') {
      const typename = source['__typename'];
      const { typeCondition } = selection;
      const applies =
        typeCondition === undefined || (typeof typename === 'string' && relations.fits(typename, typeCondition));
      if (applies) merge(result, select(source, selection.selections, relations, missing));
      continue;
    }
    const name = selection.alias ?? selection.name;
    const value = selectValue(member(source, name), selection.selections, relations);
    if (value === undefined) missing.push(name);
    else setMember(result, name, value);
  }
  return result;
}

function selectValue(
  value: unknown,
  selections: readonly QueryPlanSelectionNode[] | undefined,
  relations: TypeRelations,
): unknown {
  if (Array.isArray(value)) {
    const items = value.map((item: unknown) => selectValue(item, selections, relations));
    return items.includes(undefined) ? undefined : items;
  }
  if (!selections || value === null || value === undefined) return value;
  if (!isData(value)) return null;
  const missing: string[] = [];
  const selected = select(value, selections, relations, missing);
  return missing.length > 0 ? undefined : selected;
}
