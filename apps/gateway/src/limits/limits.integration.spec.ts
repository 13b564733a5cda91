import { countyServices } from '../testing/county.ts';
import { startTestGateway, type TestGateway } from '../testing/gateway.ts';

let gateway: TestGateway;

beforeAll(async () => {
  const environment = {
    GATEWAY_MAX_COST: '101',
    GATEWAY_MAX_DEPTH: '4',
    GATEWAY_MAX_TOKENS: '200',
    GATEWAY_MAX_ALIASES: '5',
    GATEWAY_MAX_ROOT_FIELDS: '6',
  };
  gateway = await startTestGateway({ services: countyServices(), environment });
});
afterAll(() => gateway.stop());

const page = 'query ($n: Int) { county(code: "640121") { schools(first: $n) { nodes { id } } } }';

it('allows an operation at the cost limit and refuses one past it, telling limit and cost', async () => {
  expect((await gateway.ask(page, { variables: { n: 99 } })).errors).toBeUndefined();
  const { status, data, errors } = await gateway.ask(page, { variables: { n: 100 } });
  expect({ status, data, errors }).toEqual({
    status: 200,
    data: undefined,
    errors: [
      {
        message: 'The operation costs 102 points; at most 101 are allowed.',
        extensions: { code: 'COST_LIMIT_EXCEEDED', limit: 101, value: 102 },
      },
    ],
  });
});

it('tells the cost of an operation to those who ask for it', async () => {
  const asked = await gateway.ask(page, { variables: { n: 9 }, extensions: { cost: true } });
  expect(asked.extensions).toEqual({ cost: 11 });
  expect((await gateway.ask(page, { variables: { n: 9 } })).extensions).toBeUndefined();
});

it.each([
  [
    '{ county(code: "1") { schools { nodes { id } } } }',
    '{ county(code: "1") { schools { nodes { id { x } } } } }',
    'DEPTH_LIMIT_EXCEEDED',
    4,
    5,
  ],
  [
    '{ a: platform b: platform c: platform d: platform e: platform }',
    '{ a: platform b: platform c: platform d: platform e: platform f: platform }',
    'ALIAS_LIMIT_EXCEEDED',
    5,
    6,
  ],
  [`{ ${'platform '.repeat(6)} }`, `{ ${'platform '.repeat(7)} }`, 'ROOT_FIELD_LIMIT_EXCEEDED', 6, 7],
  [
    `{ schools(contains: [${'"a" '.repeat(188)}]) { id } }`,
    `{ schools(contains: [${'"a" '.repeat(189)}]) { id } }`,
    'TOKEN_LIMIT_EXCEEDED',
    200,
    201,
  ],
])('%#: the first is the last that is allowed', async (allowed, refused, code, limit, value) => {
  expect((await gateway.ask(allowed)).errors).toBeUndefined();
  const { status, errors } = await gateway.ask(refused, { headers: { accept: 'application/graphql-response+json' } });
  expect([status, errors?.map(({ extensions }) => extensions)]).toEqual([400, [{ code, limit, value }]]);
});

it('answers ten thousand aliases, circular fragments and deep nonsense', async () => {
  const aliases = `{ ${Array.from({ length: 10_000 }, (_, index) => `a${index}:a`).join(' ')} }`;
  const circle = '{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }';
  const lists = `{ schools(contains: ${'['.repeat(50_000)} }`;
  const long = `{ platform } #${'x'.repeat(100_000)}`;
  const codes = [];
  for (const query of [aliases, circle, lists, long]) {
    codes.push((await gateway.ask(query)).errors?.[0]?.extensions['code']);
  }
  expect(codes).toEqual([
    'TOKEN_LIMIT_EXCEEDED',
    'GRAPHQL_VALIDATION_FAILED',
    'DEPTH_LIMIT_EXCEEDED',
    'QUERY_SIZE_LIMIT_EXCEEDED',
  ]);
});
