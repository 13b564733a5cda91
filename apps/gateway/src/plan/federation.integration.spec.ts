import { startTestGateway, type TestGateway } from '../testing/gateway.ts';
import type { SubgraphDefinition } from '../testing/subgraph.ts';

const link = (imports: string) =>
  `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: [${imports}])\n`;

async function ask(services: SubgraphDefinition[], query: string) {
  const gateway: TestGateway = await startTestGateway({ services });
  try {
    const { data, errors } = await gateway.ask(query);
    return { data, errors: errors?.map(({ path, extensions }) => [extensions['code'], path?.join('.')]) };
  } finally {
    await gateway.stop();
  }
}

describe('an interface that one service knows as an object only', () => {
  const users = (key: string): SubgraphDefinition[] => [
    {
      name: 'accounts',
      typeDefs: `${link('"@key"')}
        interface Account @key(fields: "id") { id: ID! name: String }
        type Admin implements Account @key(fields: "id") { id: ID! name: String rights: String }
        type Query { me: Account }`,
      resolvers: {
        Query: { me: () => ({ __typename: 'Admin', id: '1', name: 'a' }) },
        Account: { __resolveReference: ({ id }: { id: string }) => ({ __typename: 'Admin', id, name: `n${id}` }) },
      },
    },
    {
      name: 'blog',
      typeDefs: `${link('"@key", "@interfaceObject"')}
        type Account @interfaceObject ${key} { id: ID! posts: Int }
        type Query { author: Account }`,
      resolvers: { Query: { author: () => ({ id: '7', posts: 3 }) }, Account: { posts: () => 3 } },
    },
  ];

  it('is resolved to the object it is', async () => {
    expect(
      await ask(users('@key(fields: "id")'), '{ author { __typename name posts ... on Admin { id } } me { posts } }'),
    ).toEqual({
      data: { author: { __typename: 'Admin', name: 'n7', posts: 3, id: '7' }, me: { posts: 3 } },
      errors: undefined,
    });
  });
});

it('sends a null that a service calls a key, and nothing where the key is unknown', async () => {
  const services: SubgraphDefinition[] = [
    {
      name: 'books',
      typeDefs: `${link('"@key"')}
        type Query { books: [Book] }
        type Book @key(fields: "upc") { upc: ID }`,
      resolvers: { Query: { books: () => [{ upc: 'u1' }, { upc: null }, null] } },
    },
    {
      name: 'prices',
      typeDefs: `${link('"@key"')} type Book @key(fields: "upc") { upc: ID price: Int }`,
      resolvers: {
        Book: { __resolveReference: ({ upc }: { upc: string | null }) => (upc === null ? null : { upc, price: 9 }) },
      },
    },
  ];
  expect(await ask(services, '{ books { upc price } }')).toEqual({
    data: { books: [{ upc: 'u1', price: 9 }, { upc: null, price: null }, null] },
    errors: undefined,
  });
});

it('tells that a non-null field could not be given, when every key on the way to it is null', async () => {
  const services: SubgraphDefinition[] = [
    {
      name: 'users',
      typeDefs: `${link('"@key"')}
        type Query { users: [User] }
        type User @key(fields: "id") @key(fields: "email") { id: ID email: ID }`,
      resolvers: {
        Query: {
          users: () => [
            { id: 'i1', email: 'e1' },
            { id: 'i2', email: 'e2' },
          ],
        },
      },
    },
    {
      name: 'names',
      typeDefs: `${link('"@key"')} type User @key(fields: "email") { email: ID  name: String! }`,
      resolvers: {
        User: { __resolveReference: ({ email }: { email: string }) => (email === 'e1' ? { email, name: 'n1' } : null) },
      },
    },
  ];
  expect(await ask(services, '{ users { id name } }')).toEqual({
    data: { users: [{ id: 'i1', name: 'n1' }, null] },
    errors: [['INVALID_GRAPHQL', 'users.1.name']],
  });
});

it('answers null for an enum value and a type that clients may not see', async () => {
  const services: SubgraphDefinition[] = [
    {
      name: 'a',
      typeDefs: `${link('"@key", "@shareable", "@inaccessible"')}
        enum Kind { OPEN SECRET @inaccessible }
        union Thing = Seen | Unseen
        type Seen { name: String }
        type Unseen @inaccessible { name: String }
        type Query { kinds: [Kind] things: [Thing] }`,
      resolvers: {
        Query: {
          kinds: () => ['OPEN', 'SECRET'],
          things: () => [
            { __typename: 'Seen', name: 's' },
            { __typename: 'Unseen', name: 'u' },
          ],
        },
      },
    },
  ];
  expect(await ask(services, '{ kinds things { ... on Seen { name } } }')).toEqual({
    data: { kinds: ['OPEN', null], things: [{ name: 's' }, null] },
    errors: [
      ['INVALID_GRAPHQL', 'kinds.1'],
      ['INVALID_GRAPHQL', 'things.1'],
    ],
  });
});

it('runs mutations one after the other, over all services', async () => {
  const order: string[] = [];
  const slow = (name: string, ms: number) => async () => {
    order.push(`${name} begins`);
    await new Promise((resolve) => setTimeout(resolve, ms));
    order.push(`${name} ends`);
    return name;
  };
  const services: SubgraphDefinition[] = ['a', 'b'].map((name, index) => ({
    name,
    typeDefs: `type Query { ${name}: String } type Mutation { ${name}Set: String }`,
    resolvers: { Mutation: { [`${name}Set`]: slow(name, index === 0 ? 30 : 1) } },
  }));
  const { data } = await ask(services, 'mutation { one: aSet two: bSet three: aSet }');
  expect(data).toEqual({ one: 'a', two: 'b', three: 'a' });
  expect(order).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'a begins', 'a ends']);
});

it('says which operation it cannot run, and why', async () => {
  const services: SubgraphDefinition[] = [
    {
      name: 'a',
      typeDefs: 'type Query { a: Int } type Subscription { ticks: Int }',
      resolvers: { Query: { a: () => 1 } },
    },
  ];
  const gateway = await startTestGateway({ services });
  const codeOf = async (query: string, operationName?: string) => {
    const { data, errors } = await gateway.ask(query, operationName === undefined ? {} : { operationName });
    return data ?? errors?.map(({ message, extensions }) => `${String(extensions['code'])}: ${message}`).join();
  };
  expect(await codeOf('query A { a } query B { b: a }', 'B')).toEqual({ b: 1 });
  expect(await codeOf('query A { a } query B { b: a }', 'C')).toBe(
    'OPERATION_RESOLUTION_FAILURE: Unknown operation named "C".',
  );
  expect(await codeOf('query A { a } query B { b: a }')).toBe(
    'OPERATION_RESOLUTION_FAILURE: Must provide operation name if query contains multiple operations.',
  );
  expect(await codeOf('subscription { ticks }')).toBe(
    'SUBSCRIPTION_NOT_SUPPORTED: Subscriptions are not served here: ask again, or read the event feed of the office.',
  );
  await gateway.stop();
});
