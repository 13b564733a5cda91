import type { LeanService, Source } from './lean-service.ts';

const link =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@external", "@requires"])\n';

const schools: Source[] = Array.from({ length: 50 }, (_, index) => ({
  __typename: 'School',
  id: `640121.0190a6f0-0000-7000-8000-${String(index).padStart(12, '0')}`,
  code: `21640121${String(index).padStart(2, '0')}`,
  name: `永宁县第${index}小学`,
  stage: index % 3 === 0 ? 'JUNIOR_SECONDARY' : 'PRIMARY',
  township: { __typename: 'Township', code: `64012110${index % 7}`, name: '望远镇' },
  pupils: 200 + index * 7,
  classes: 6 + (index % 12),
  address: `宁夏回族自治区银川市永宁县望远镇第${index}号`,
}));
const numberOf = (id: unknown) => Number(String(id).slice(-6));

const representation = (own: (number: number, given: Source) => Source) => (given: Source) => ({
  ...given,
  ...own(numberOf(given['id']), given),
});

export const countyServices: LeanService[] = [
  {
    name: 'enrollment',
    typeDefs: `${link}
      type Query { schools(first: Int, year: Int): [School!]!  school(id: ID!): School }
      type Township @key(fields: "code") { code: ID!  name: String! }
      type School @key(fields: "id") { id: ID!  code: String!  name: String!  stage: String!  township: Township!  pupils: Int!  classes: Int!  address: String }`,
    query: {
      schools: ({ first }) => schools.slice(0, typeof first === 'number' ? first : schools.length),
      school: ({ id }) => schools[numberOf(id) % schools.length],
    },
    entities: { School: ({ id }) => schools[numberOf(id) % schools.length] ?? {} },
  },
  {
    name: 'student-aid',
    typeDefs: `${link}
      type School @key(fields: "id") { id: ID!  pupils: Int! @external  aidFen: String @requires(fields: "pupils")  awards: [Award!] }
      type Award { programme: String!  personTimes: Int!  amount: String! }`,
    query: {},
    entities: {
      School: representation((number, { pupils }) => ({
        aidFen: String(Number(pupils) * 62500),
        awards: ['营养改善计划', '寄宿生生活补助', '非寄宿生生活补助'].map((programme, index) => ({
          __typename: 'Award',
          programme,
          personTimes: number * (index + 1),
          amount: `${number * (index + 1) * 625}.00`,
        })),
      })),
    },
  },
  {
    name: 'special-education',
    typeDefs: `${link} type School @key(fields: "id") { id: ID!  resourceRoom: Boolean  inclusiveChildren: Int }`,
    query: {},
    entities: {
      School: representation((number) => ({ resourceRoom: number % 4 === 0, inclusiveChildren: number % 9 })),
    },
  },
  {
    name: 'internet-plus',
    typeDefs: `${link}
      type School @key(fields: "id") { id: ID!  pupils: Int! @external  bandwidthMbps: Int  smartCampus: String  terminalsPerPupil: String @requires(fields: "pupils") }`,
    query: {},
    entities: {
      School: representation((number, { pupils }) => ({
        bandwidthMbps: number % 2 ? 1000 : 500,
        smartCampus: number % 3 ? 'STANDARD' : 'MODEL',
        terminalsPerPupil: `${number}/${String(pupils)}`,
      })),
    },
  },
];
