import { buildSchema, Kind, parse, type OperationDefinitionNode } from 'graphql';
import { readCostDirectives } from './cost-directives.ts';
import { compileCost } from './operation-cost.ts';

const sdl = `
  type Query {
    schools(first: Int, last: Int): SchoolConnection!
    latest(limit: Int = 5): [School!]!
    all: [School!]!
    school: School
    report(deep: Boolean): Report @cost(weight: 50)
    anything: [Thing!]! @listSize(assumedSize: 3)
    grid: [[School!]!]!
  }
  type Mutation { rename: School }
  type SchoolConnection { edges: [SchoolEdge!]! nodes: [School!]! totalCount: Int! }
  type SchoolEdge { node: School! }
  type School { id: ID! classes(first: Int): ClassConnection! tags: [String!]! }
  type ClassConnection { nodes: [Class!]! }
  type Class { id: ID! }
  type Report { id: ID! }
  union Thing = School | Class
`;
const supergraph = sdl
  .replace(
    'latest(limit: Int = 5): [School!]!',
    'latest(limit: Int = 5): [School!]! @listSize(slicingArguments: ["limit"])',
  )
  .replace('deep: Boolean', 'deep: Boolean @cost(weight: 7)');
const schema = buildSchema(sdl.replaceAll(/@(cost|listSize)\([^)]*\)/g, ''));

function costOf(query: string, variables: Record<string, unknown> = {}, from = supergraph): number {
  const document = parse(query);
  const operation = document.definitions.find(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  const model = { schema, directives: readCostDirectives(from), defaultSizes: { page: 20, list: 5 } };
  return compileCost(model, document, operation as OperationDefinitionNode)(variables);
}

it.each([
  ['{ school { id } }', 1],
  ['{ __typename }', 0],
  ['{ all { id tags } }', 5],
  ['{ schools(first: 50) { totalCount } }', 1],
  ['{ schools(first: 50) { nodes { id } } }', 51],
  ['{ schools(last: 7) { edges { node { id } } } }', 15],
  ['{ schools { nodes { id } } }', 21],
  ['{ schools(first: 10) { nodes { classes(first: 3) { nodes { id } } } } }', 51],
  ['{ schools(first: -4) { nodes { id } } }', 1],
  ['{ latest { id } }', 5],
  ['{ latest(limit: 2) { id } }', 2],
  ['{ anything { ... on School { classes(first: 2) { nodes { id } } } } }', 12],
  ['{ report { id } }', 50],
  ['{ report(deep: true) { id } }', 57],
  ['{ school { ...S } } fragment S on School { classes(first: 4) { nodes { id } } }', 6],
  ['{ all { id } all @skip(if: true) { id } school @include(if: true) { id } }', 6],
  ['mutation { rename { id } }', 11],
])('%s costs %i', (query, cost) => {
  expect(costOf(query)).toBe(cost);
});

it('reads sizes and conditions from variables, and their defaults', () => {
  const query = 'query ($n: Int = 3, $skip: Boolean = false) { schools(first: $n) @skip(if: $skip) { nodes { id } } }';
  expect([costOf(query), costOf(query, { n: 9 }), costOf(query, { n: null }), costOf(query, { skip: true })]).toEqual([
    4, 10, 21, 0,
  ]);
});

it('knows the directives by the names the supergraph gives them', () => {
  const link = '@link(url: "https://specs.apollo.dev/cost/v0.1", as: "c", import: [{ name: "@cost", as: "@price" }])';
  const renamed = `schema ${link} { query: Query } ${supergraph.replaceAll('@cost', '@price').replaceAll('@listSize', '@c__listSize')}`;
  expect(costOf('{ report { id } latest(limit: 2) { id } }', {}, renamed)).toBe(52);
});
