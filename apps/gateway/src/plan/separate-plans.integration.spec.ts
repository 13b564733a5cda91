import { startTestGateway, type TestGateway } from '../testing/gateway.ts';

const link =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@external", "@requires"])';

let gateway: TestGateway;

beforeAll(async () => {
  gateway = await startTestGateway({
    services: [
      {
        name: 'shop',
        typeDefs: `${link}
          type Query { products: [Product!]! }
          type Product @key(fields: "id") { id: ID!  price(currency: String! = "CNY"): Int  name: String }`,
        resolvers: {
          Query: { products: () => [{ id: '1' }, { id: '2' }] },
          Product: {
            name: ({ id }: { id: string }) => `product ${id}`,
            price: ({ id }: { id: string }, { currency }: { currency: string }) =>
              Number(id) * { CNY: 100, USD: 14, EUR: 13, GBP: 11 }[currency as 'CNY'],
          },
        },
      },
      {
        name: 'post',
        typeDefs: `${link}
          type Product @key(fields: "id") {
            id: ID!
            price(currency: String! = "CNY"): Int @external
            dollars: Int @requires(fields: "price(currency: \\"USD\\")")
            euros: Int @requires(fields: "price(currency: \\"EUR\\")")
            local: Int @requires(fields: "price")
            weight: Int
          }`,
        resolvers: {
          Product: {
            __resolveReference: (reference: unknown) => reference,
            dollars: ({ price }: { price: number }) => price,
            euros: ({ price }: { price: number }) => price,
            local: ({ price }: { price: number }) => price,
            weight: () => 5,
          },
        },
      },
    ],
  });
});
afterAll(() => gateway.stop());

const answer = async (query: string) => {
  const { data, errors } = await gateway.ask(query);
  return errors ?? data;
};

it('gives each field what it requires, with the arguments that it requires it with', async () => {
  expect(await answer('{ products { id dollars euros local name weight } }')).toEqual({
    products: [
      { id: '1', dollars: 14, euros: 13, local: 100, name: 'product 1', weight: 5 },
      { id: '2', dollars: 28, euros: 26, local: 200, name: 'product 2', weight: 5 },
    ],
  });
});

it('whatever the caller asks of the required field itself', async () => {
  expect(await answer('{ products { price(currency: "GBP") plain: price dollars } }')).toEqual({
    products: [
      { price: 11, plain: 100, dollars: 14 },
      { price: 22, plain: 200, dollars: 28 },
    ],
  });
  expect(
    await answer('{ products { price euros ...F } } fragment F on Product { dollars usd: price(currency: "USD") }'),
  ).toEqual({
    products: [
      { price: 100, euros: 13, dollars: 14, usd: 14 },
      { price: 200, euros: 26, dollars: 28, usd: 28 },
    ],
  });
});

it('plans an operation as one where nothing conflicts', async () => {
  const { shop } = gateway.subgraphs;
  const before = shop?.requests.length ?? 0;
  await answer('{ products { dollars again: dollars name } }');
  expect((shop?.requests.length ?? 0) - before).toBe(1);
});
