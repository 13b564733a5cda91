import { isEnumType, isSpecifiedScalarType, type GraphQLLeafType } from 'graphql';
import { quoted } from './answer-text.ts';

/** A value as JSON; nothing if it is none of its type. */
export type LeafText = (value: unknown) => string | undefined;

const builtIn: Record<string, LeafText> = {
  Int: (value) => (Number.isInteger(value) ? String(value) : undefined),
  Float: (value) => (Number.isFinite(value) ? String(value) : undefined),
  String: (value) => (typeof value === 'string' ? quoted(value) : undefined),
  Boolean: (value) => (typeof value === 'boolean' ? String(value) : undefined),
  ID: (value) => {
    if (typeof value === 'string') return quoted(value);
    return Number.isInteger(value) ? String(value) : undefined;
  },
};

const anything: LeafText = (value) => (typeof value === 'string' ? quoted(value) : JSON.stringify(value));

export function leafText(type: GraphQLLeafType): LeafText {
  if (isEnumType(type)) {
    const values = new Map(type.getValues().map(({ name }) => [name, `"${name}"`]));
    return (value) => (typeof value === 'string' ? values.get(value) : undefined);
  }
  return (isSpecifiedScalarType(type) && builtIn[type.name]) || anything;
}
