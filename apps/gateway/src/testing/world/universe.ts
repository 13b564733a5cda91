import {
  getNamedType,
  GraphQLError,
  isAbstractType,
  isEnumType,
  isLeafType,
  isListType,
  isNonNullType,
  type GraphQLFieldResolver,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  type GraphQLTypeResolver,
} from 'graphql';
import { hash } from './random.ts';

export interface Thing {
  __typename?: string;
  [name: string]: unknown;
}

export interface Universe {
  seed: number;
  /** How often something that may be null is null. */
  nulls: number;
  /** How often a field fails. */
  faults: number;
}

const entityTypes = ['School', 'Student', 'Office', 'Staff', 'Award', 'Book', 'Film', 'Review'];
const howMany = 4;

/** What a field is made from beside its own arguments, as `@requires` says. */
const requirements: Record<string, string[]> = { aidShare: ['pupils'], aidPlace: ['township'], summary: ['title'] };

/** Which thing this is, the same in every service: by id, by code, or by where it was found. */
function identity(thing: Thing): string {
  if (typeof thing['id'] === 'string') return thing['id'];
  if (typeof thing['code'] === 'string') return thing['code'].replace(/^code-/, '');
  return typeof thing['place'] === 'string' ? thing['place'] : 'root';
}

function entity(typename: string, number: number): Thing {
  const id = `${typename}-${number % howMany}`;
  return { __typename: typename, id, ...(typename === 'School' ? { code: `code-${id}` } : {}) };
}

/** Any field of any type of any service: its value depends on the universe, the thing, the field and its arguments alone. */
export const resolveField: GraphQLFieldResolver<Thing | undefined, Universe> = (source, args, universe, info) => {
  const thing = source ?? {};
  const { fieldName } = info;
  if (fieldName === 'id') return identity(thing);
  if (fieldName === 'code') return `code-${identity(thing)}`;
  const base = `${universe.seed} ${identity(thing)} ${fieldName} ${JSON.stringify(args)}`;
  if (chance(`fault ${base}`, universe.faults))
    throw new GraphQLError(`broken ${identity(thing)}.${fieldName}`, { extensions: { code: 'BROKEN' } });
  const needs = (requirements[fieldName] ?? []).map((name) => need(thing, name, universe));
  return value(info.returnType, `${base} ${JSON.stringify(needs)}`, universe, info);
};

export const resolveType: GraphQLTypeResolver<Thing, Universe> = (thing) => thing.__typename;

function need(thing: Thing, name: string, universe: Universe): unknown {
  if (name === 'township') {
    const township = (
      thing['township'] === undefined ? townshipOf(thing, universe) : thing['township']
    ) as Thing | null;
    if (!township) return null;
    const title = township['title'] === undefined ? leafOf(township, 'title', universe) : township['title'];
    return { code: township['code'], title };
  }
  return thing[name] === undefined ? leafOf(thing, name, universe) : thing[name];
}

function townshipOf(thing: Thing, universe: Universe): Thing | null {
  const base = `${universe.seed} ${identity(thing)} township {}`;
  if (chance(`fault ${base}`, universe.faults)) return null;
  const text = `${base} []`;
  return chance(`null ${text}`, universe.nulls) ? null : township(text);
}

function leafOf(thing: Thing, name: string, universe: Universe): unknown {
  const base = `${universe.seed} ${identity(thing)} ${name} {}`;
  if (chance(`fault ${base}`, universe.faults) || chance(`null ${base} []`, universe.nulls)) return null;
  return name === 'pupils' ? hash(`${base} []`) % 1000 : `text ${hash(`${base} []`) % 1000}`;
}

function township(text: string): Thing {
  return { __typename: 'Township', code: `code-Township-${hash(text) % howMany}` };
}

function value(type: GraphQLOutputType, text: string, universe: Universe, info: GraphQLResolveInfo): unknown {
  if (isNonNullType(type)) return present(type.ofType, text, universe, info);
  return chance(`null ${text}`, universe.nulls) ? null : present(type, text, universe, info);
}

function present(type: GraphQLOutputType, text: string, universe: Universe, info: GraphQLResolveInfo): unknown {
  if (isListType(type)) {
    return Array.from({ length: hash(`length ${text}`) % 4 }, (_, index) =>
      value(type.ofType, `${text} ${index}`, universe, info),
    );
  }
  const named = getNamedType(type);
  if (isLeafType(named)) {
    if (isEnumType(named)) return named.getValues()[hash(text) % named.getValues().length]?.value;
    if (named.name === 'Int') return hash(text) % 1000;
    if (named.name === 'Float') return (hash(text) % 1000) / 8;
    if (named.name === 'Boolean') return hash(text) % 2 === 0;
    return `text ${hash(text) % 1000}`;
  }
  if (named.name === 'Township') return township(text);
  const names = possibleNames(info.schema, named.name);
  const name = names[hash(`type ${text}`) % names.length] ?? named.name;
  if (!entityTypes.includes(name)) return { __typename: name, place: `place ${text}` };
  const thing = entity(name, hash(`which ${text}`));
  return named.name === 'Media' && !isAbstractType(named) ? { __typename: 'Media', id: thing['id'] } : thing;
}

/** The same candidates in every service, also where the interface is known as an object only. */
function possibleNames(schema: GraphQLSchema, name: string): string[] {
  if (name === 'Media') return ['Book', 'Film'];
  const type = schema.getType(name);
  return isAbstractType(type)
    ? schema
        .getPossibleTypes(type)
        .map((possible) => possible.name)
        .sort()
    : [name];
}

function chance(text: string, probability: number): boolean {
  return hash(`chance ${text}`) % 10_000 < probability * 10_000;
}
