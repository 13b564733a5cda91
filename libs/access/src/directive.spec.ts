import { buildSubgraphSchema } from '@apollo/subgraph';
import { graphql, parse, type GraphQLSchema } from 'graphql';
import type { Actor } from './actor.ts';
import { accessDirectiveSdl, guardSchema, type GuardedContext } from './directive.ts';
import type { Scope } from './scopes.ts';

const head = `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.11", import: ["@key"])
  ${accessDirectiveSdl}
`;
const asked: string[] = [];
const noted =
  <T>(name: string, value: T) =>
  () => {
    asked.push(name);
    return value;
  };

function guardedSchema(sdl: string, resolvers: Record<string, object> = {}): GraphQLSchema {
  return guardSchema(buildSubgraphSchema({ typeDefs: parse(head + sdl), resolvers: resolvers as never }));
}

function actor(...scopes: Scope[]): Actor {
  return { subject: 'li', roles: [], scope: { reach: 'county', county: '640121' }, scopes: new Set(scopes) };
}

async function answer(schema: GraphQLSchema, source: string, contextValue: GuardedContext) {
  const { data, errors = [] } = await graphql({ schema, source, contextValue });
  return {
    data: JSON.parse(JSON.stringify(data)) as unknown,
    errors: errors.map(({ path, extensions }) => ({ path: path?.join('.'), ...extensions })),
  };
}

beforeEach(() => asked.splice(0));

describe('a guarded field', () => {
  const schema = guardedSchema(
    `
    type Query { school: School @access(scopes: ["county:read"]) }
    type Mutation { caseOpen: Boolean @access(scopes: ["dropout-cases:read", "dropout-cases:write"]) }
    type School @key(fields: "id") @access(scopes: ["county:read"]) { id: ID! place: Place }
    extend type School { pupils: [String!] @access(scopes: ["students:read"]) }
    type Place { township: String note: String @access(scopes: ["figures:read"]) }
    `,
    {
      Query: { school: noted('school', { id: 's', place: { township: '闽宁镇', note: 'n' } }) },
      Mutation: { caseOpen: noted('caseOpen', true) },
      School: { __resolveReference: noted('reference', { id: 's' }), pupils: async () => noted('pupils', ['王*'])() },
    },
  );

  it('is answered to whoever holds its scope and the scope of its type', async () => {
    expect(
      await answer(schema, '{ school { id pupils place { township note } } }', {
        actor: actor('county:read', 'students:read', 'figures:read'),
      }),
    ).toEqual({
      data: { school: { id: 's', pupils: ['王*'], place: { township: '闽宁镇', note: 'n' } } },
      errors: [],
    });
  });

  it('is neither answered nor evaluated without its own scope; its neighbours are', async () => {
    expect(
      await answer(schema, '{ school { id pupils place { township note } } }', { actor: actor('county:read') }),
    ).toEqual({
      data: { school: { id: 's', pupils: null, place: { township: '闽宁镇', note: null } } },
      errors: [
        { path: 'school.pupils', code: 'FORBIDDEN', scopes: ['students:read'] },
        { path: 'school.place.note', code: 'FORBIDDEN', scopes: ['figures:read'] },
      ],
    });
    expect(asked).toEqual(['school']);
  });

  it('needs the scope of its type too, also when reached as an entity', async () => {
    const entities =
      '{ _entities(representations: [{ __typename: "School", id: "s" }]) { __typename ... on School { pupils } } }';
    expect(await answer(schema, entities, { actor: actor('students:read') })).toEqual({
      data: { _entities: [{ __typename: 'School', pupils: null }] },
      errors: [{ path: '_entities.0.pupils', code: 'FORBIDDEN', scopes: ['county:read'] }],
    });
    expect(asked).toEqual(['reference']);
  });

  it('needs all of the scopes it lists', async () => {
    expect(await answer(schema, 'mutation { caseOpen }', { actor: actor('dropout-cases:read') })).toEqual({
      data: { caseOpen: null },
      errors: [{ path: 'caseOpen', code: 'FORBIDDEN', scopes: ['dropout-cases:write'] }],
    });
    expect(asked).toEqual([]);
  });

  it('is refused to an anonymous caller, who gets __typename', async () => {
    expect(await answer(schema, '{ __typename school { id } }', {})).toEqual({
      data: { __typename: 'Query', school: null },
      errors: [{ path: 'school', code: 'UNAUTHENTICATED' }],
    });
    expect(asked).toEqual([]);
  });

  it('leaves the plain fields of value types without a resolver of their own', () => {
    expect(schema.getType('Place')).toMatchObject({ _fields: { township: { resolve: undefined } } });
  });

  it('stays synchronous where its resolver is', async () => {
    const field = schema.getQueryType()?.getFields()['school'];
    expect(await field?.resolve?.({}, {}, { actor: actor('county:read') }, {} as never)).toMatchObject({ id: 's' });
    expect(field?.resolve?.({}, {}, { actor: actor('county:read') }, {} as never)).not.toBeInstanceOf(Promise);
  });
});

describe('a schema is refused', () => {
  it.each([
    ['an open field of Query', 'type Query { a: Int }', 'Query.a has no @access, neither has its type'],
    [
      'an open field of Mutation',
      'type Query @access(scopes: ["county:read"]) { a: Int } type Mutation { b: Int }',
      'Mutation.b has no @access, neither has its type',
    ],
    [
      'an open field added to an entity',
      'type Query @access(scopes: ["county:read"]) { s: S } type S @key(fields: "id") { id: ID! @access(scopes: ["county:read"]) } extend type S { open: Int }',
      'S.open has no @access, neither has its type',
    ],
    [
      'an empty list of scopes',
      'type Query { a: Int @access(scopes: []) }',
      'Query.a has no @access, neither has its type',
    ],
    [
      'a scope that does not exist',
      'type Query { a: Int @access(scopes: ["county:raed"]) }',
      'Query.a: there is no permission "county:raed"; there are county:read, figures:read,',
    ],
    [
      'a scope that does not exist on a value type',
      'type Query @access(scopes: ["county:read"]) { v: V } type V @access(scopes: ["all"]) { a: Int }',
      'V: there is no permission "all"',
    ],
    [
      'a guard on an interface',
      'type Query @access(scopes: ["county:read"]) { i: I } interface I { a: Int @access(scopes: ["county:read"]) } type V implements I { a: Int }',
      'I.a: @access on an interface guards nothing; put it on the types that implement it',
    ],
  ])('for %s', (_, sdl, message) => {
    expect(() => guardedSchema(sdl)).toThrow(message);
  });

  it('but not for a value type without a guard of its own', () => {
    expect(() => guardedSchema('type Query @access(scopes: ["county:read"]) { v: V } type V { a: Int }')).not.toThrow();
  });
});
