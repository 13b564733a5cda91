import { GraphQLError } from 'graphql';
import type { SubgraphDefinition } from './subgraph.ts';

const federation = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@external", "@requires", "@shareable"])`;

const schools = Array.from({ length: 50 }, (_, index) => ({
  id: `640121.s${index}`,
  name: `望远第${index}小学 School ${index}`,
  pupils: 100 + index,
}));

/** Three small services about one county: enough for lists, entities, requirements and mutations. */
export function countyServices(): SubgraphDefinition[] {
  let renamed = 0;
  return [
    {
      name: 'enrollment',
      typeDefs: `${federation}
        type Query { county(code: ID!): County  schools(first: Int, contains: [String!]): [School!]!  fault: String  refusal: String }
        type Mutation { schoolRename(id: ID!, name: String!): School  renames: Int! }
        type County @key(fields: "code") { code: ID!  name: String!  schools(first: Int): SchoolConnection! }
        type SchoolConnection { nodes: [School!]!  totalCount: Int! }
        type School @key(fields: "id") { id: ID!  name: String!  pupils: Int! }`,
      resolvers: {
        Query: {
          county: (_: unknown, { code }: { code: string }) => ({ code, name: '永宁县' }),
          schools: (_: unknown, { first }: { first?: number }) => schools.slice(0, first ?? schools.length),
          fault: () => {
            throw new Error('connect ECONNREFUSED 10.1.2.3:5432 password=hunter2');
          },
          refusal: () => {
            throw new GraphQLError('无权查看', {
              extensions: {
                code: 'FORBIDDEN',
                stacktrace: ['at secret (/srv/app.ts)'],
                url: 'http://10.0.0.1/graphql',
              },
            });
          },
        },
        Mutation: {
          schoolRename: (_: unknown, { id, name }: { id: string; name: string }) => {
            renamed += 1;
            return { ...schools.find((school) => school.id === id), id, name };
          },
          renames: () => renamed,
        },
        County: {
          __resolveReference: ({ code }: { code: string }) => ({ code, name: '永宁县' }),
          schools: (_: unknown, { first }: { first?: number }) => ({
            nodes: schools.slice(0, first ?? 20),
            totalCount: schools.length,
          }),
        },
        School: { __resolveReference: ({ id }: { id: string }) => schools.find((school) => school.id === id) },
      },
    },
    {
      name: 'student-aid',
      typeDefs: `${federation}
        type County @key(fields: "code") { code: ID!  aid: Aid }
        type Aid { amount: String!  awards: Int! }
        type School @key(fields: "id") { id: ID!  pupils: Int! @external  aidShare: String @requires(fields: "pupils") }`,
      resolvers: {
        County: {
          __resolveReference: ({ code }: { code: string }) => ({ code }),
          aid: () => ({ amount: '1250.00', awards: 4811 }),
        },
        School: {
          __resolveReference: (school: unknown) => school,
          aidShare: ({ pupils }: { pupils: number }) => `${pupils}/1000`,
        },
      },
    },
    {
      name: 'internet-plus',
      typeDefs: `${federation}
        type Query { platform: String }
        type School @key(fields: "id") { id: ID!  bandwidthMbps: Int }`,
      resolvers: {
        Query: { platform: () => '宁教云' },
        School: { __resolveReference: ({ id }: { id: string }) => ({ id }), bandwidthMbps: () => 1000 },
      },
    },
  ];
}
