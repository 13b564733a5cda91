import { getDirective, MapperKind, mapSchema } from '@graphql-tools/utils';
import {
  defaultFieldResolver,
  GraphQLError,
  isInterfaceType,
  isObjectType,
  type GraphQLFieldResolver,
  type GraphQLInterfaceType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import type { Actor } from './actor.ts';
import { AccessRefusal } from './refusal.ts';
import { isScope, SCOPES, type Scope } from './scopes.ts';

export const accessDirectiveSdl = /* GraphQL */ `
  """
  Who may read a field: the actor must hold every scope listed on the field and on its type.
  """
  directive @access(scopes: [String!]!) on FIELD_DEFINITION | OBJECT
`;

/** What the guard needs of a request; no actor means an anonymous caller. */
export interface GuardedContext {
  actor?: Actor | undefined;
}

type Annotated = Parameters<typeof getDirective>[1];

/** Fields that federation itself adds; entities are guarded by the fields of their own types. */
const federationFields = new Set(['_service', '_entities']);

/**
 * Puts `@access` in front of the resolvers.
 *
 * Every field of the root types and of entities (`@key`) must have it, on itself or on its type. All other types
 * are values: one reaches them only through such a field, which guards them too; they may ask for more.
 */
export function guardSchema(schema: GraphQLSchema): GraphQLSchema {
  refuseGapsAndMistakes(schema);
  return mapSchema(schema, {
    [MapperKind.OBJECT_FIELD]: (field, name, typeName) => {
      const scopes = scopesInEffect(schema, schema.getType(typeName), field);
      if (scopes.length === 0 || federationFields.has(name)) return field;
      return { ...field, resolve: guarded(field.resolve ?? defaultFieldResolver, scopes) };
    },
  });
}

function guarded(
  resolve: GraphQLFieldResolver<unknown, GuardedContext>,
  scopes: readonly Scope[],
): GraphQLFieldResolver<unknown, GuardedContext> {
  return (source, args, context, info) => {
    const held = context.actor?.scopes;
    for (const scope of scopes) {
      if (!held?.has(scope)) throw refusal(context.actor, scopes);
    }
    return resolve(source, args, context, info);
  };
}

function refusal(actor: Actor | undefined, scopes: readonly Scope[]): GraphQLError {
  if (!actor) return new AccessRefusal('UNAUTHENTICATED', 'Sign in first: the request carries no bearer token.');
  const lacking = scopes.filter((scope) => !actor.scopes.has(scope));
  return new GraphQLError(`Not allowed: your roles lack ${lacking.join(', ')}.`, {
    extensions: { code: 'FORBIDDEN', scopes: lacking },
  });
}

function refuseGapsAndMistakes(schema: GraphQLSchema): void {
  const faults = Object.values(schema.getTypeMap()).flatMap((type) => {
    if (isInterfaceType(type)) return guardsOnInterface(schema, type);
    if (!isObjectType(type) || type.name.startsWith('__')) return [];
    return [...unknownScopes(schema, type), ...(mustBeGuarded(schema, type) ? unguardedFields(schema, type) : [])];
  });
  if (faults.length > 0)
    throw new Error(`The schema is not guarded as it must be:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
}

function mustBeGuarded(schema: GraphQLSchema, type: GraphQLObjectType): boolean {
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  return roots.includes(type) || getDirective(schema, type, 'key') !== undefined;
}

function unguardedFields(schema: GraphQLSchema, type: GraphQLObjectType): string[] {
  return Object.values(type.getFields())
    .filter((field) => !federationFields.has(field.name))
    .filter((field) => [...scopeNames(schema, type), ...scopeNames(schema, field)].length === 0)
    .map((field) => `${type.name}.${field.name} has no @access, neither has its type`);
}

function unknownScopes(schema: GraphQLSchema, type: GraphQLObjectType): string[] {
  const places: [string, Annotated][] = [[type.name, type]];
  for (const field of Object.values(type.getFields())) places.push([`${type.name}.${field.name}`, field]);
  return places.flatMap(([name, place]) =>
    scopeNames(schema, place)
      .filter((scope) => !isScope(scope))
      .map((scope) => `${name}: there is no permission "${scope}"; there are ${SCOPES.join(', ')}`),
  );
}

function guardsOnInterface(schema: GraphQLSchema, type: GraphQLInterfaceType): string[] {
  return Object.values(type.getFields())
    .filter((field) => scopeNames(schema, field).length > 0)
    .map(
      (field) =>
        `${type.name}.${field.name}: @access on an interface guards nothing; put it on the types that implement it`,
    );
}

function scopesInEffect(schema: GraphQLSchema, type: GraphQLNamedType | undefined, field: Annotated): Scope[] {
  const names = [...(type ? scopeNames(schema, type) : []), ...scopeNames(schema, field)];
  return [...new Set(names.filter(isScope))];
}

function scopeNames(schema: GraphQLSchema, place: Annotated): string[] {
  const uses: { scopes?: string[] }[] = getDirective(schema, place, 'access') ?? [];
  return uses.flatMap(({ scopes = [] }) => scopes);
}
