import {
  getNamedType,
  getNullableType,
  isListType,
  isObjectType,
  type FieldNode,
  type GraphQLField,
  type ValueNode,
} from 'graphql';
import type { ListSize } from './cost-directives.ts';

export type Variables = Readonly<Record<string, unknown>>;
export type SizeOf = (variables: Variables) => number;

/** Where the size of a page goes: to the list itself, or to the lists inside a connection. */
export interface PageSize {
  size: SizeOf;
  sizedFields: ReadonlySet<string>;
}

/** What is assumed where neither the schema nor the caller says how long a list is. */
export interface DefaultSizes {
  /** A page of a list that is given page by page. */
  page: number;
  /** A list that is always given whole: it is one because it is short. */
  list: number;
}

const relaySlices = ['first', 'last'];
const relayLists = ['edges', 'nodes'];

/** The page a field asks for: by its `@listSize`, else by the connection convention (`first`, `last`; `edges`, `nodes`). */
export function pageSizeOf(
  node: FieldNode,
  field: GraphQLField<unknown, unknown>,
  directive: ListSize | undefined,
  defaults: DefaultSizes,
): PageSize | undefined {
  const isList = isListType(getNullableType(field.type));
  const slicingArguments = directive?.slicingArguments ?? relaySlices.filter((name) => hasArgument(field, name));
  const sizedFields = directive?.sizedFields ?? (isList ? [] : connectionLists(field));
  if (!isList && sizedFields.length === 0) return undefined;

  const slices = slicingArguments.map((name) => sliceOf(node, field, name));
  const assumed = directive?.assumedSize ?? (slices.length > 0 ? defaults.page : defaults.list);
  const size: SizeOf = (variables) => {
    const given = slices.map((slice) => slice(variables)).filter((value) => value !== undefined);
    return given.length === 0 ? assumed : Math.max(0, ...given);
  };
  return { size, sizedFields: new Set(sizedFields) };
}

function connectionLists(field: GraphQLField<unknown, unknown>): string[] {
  const type = getNamedType(field.type);
  if (!relaySlices.some((name) => hasArgument(field, name)) || !isObjectType(type)) return [];
  return relayLists.filter((name) => name in type.getFields());
}

function hasArgument(field: GraphQLField<unknown, unknown>, name: string): boolean {
  return field.args.some((argument) => argument.name === name);
}

function sliceOf(
  node: FieldNode,
  field: GraphQLField<unknown, unknown>,
  name: string,
): (variables: Variables) => number | undefined {
  const definition = field.args.find((argument) => argument.name === name);
  const fallback = typeof definition?.defaultValue === 'number' ? definition.defaultValue : undefined;
  const value = node.arguments?.find((argument) => argument.name.value === name)?.value;
  return (variables) => numberOf(value, variables) ?? fallback;
}

function numberOf(value: ValueNode | undefined, variables: Variables): number | undefined {
  if (value?.kind === 'IntValue') return Number(value.value);
  if (value?.kind !== 'Variable') return undefined;
  const given = variables[value.name.value];
  return typeof given === 'number' ? given : undefined;
}
