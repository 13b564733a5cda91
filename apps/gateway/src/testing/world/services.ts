import type { SubgraphDefinition } from '../subgraph.ts';

const link = (imports: string) =>
  `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: [${imports}])\n`;

/** Four services with every construct of federation that a plan has to carry out. Their data is made by `universe.ts`. */
export const worldServices: Omit<SubgraphDefinition, 'resolvers'>[] = [
  {
    name: 'people',
    typeDefs: `${link('"@key", "@shareable", "@provides", "@external"')}
      scalar Date
      enum Status { ACTIVE LEFT SUSPENDED }
      interface Place { id: ID! name: String township: Township }
      union Subject = School | Student
      type Query {
        school(id: ID!): School
        schools(first: Int = 2, status: [Status!]): [School!]
        places: [Place]
        anything: [Subject!]!
        strict: Student!
        student(filter: StudentFilter): Student
        matrix: [[School]!]
        home: Address @shareable
      }
      type Mutation { enrol(name: String): Student  leave: School! }
      input StudentFilter { name: String status: Status = ACTIVE nested: StudentFilter }
      type Township @key(fields: "code") { code: ID! title: String }
      type Address @shareable { street: String! zip: Int  lines: [String!] }
      type School implements Place @key(fields: "id") @key(fields: "code") {
        id: ID! code: ID! name: String township: Township pupils: Int phone: String
        students(first: Int): [Student!]! head: Staff address: Address grades: [[Int]!]
      }
      type Office implements Place @key(fields: "id") { id: ID! name: String township: Township floor: Int! }
      type Student @key(fields: "id") {
        id: ID! name: String! @shareable status: Status born: Date school: School siblings: [Student] marks: [[Float!]] friend: Student!
      }
      type Staff @key(fields: "id") { id: ID! name: String @shareable }
    `,
  },
  {
    name: 'aid',
    typeDefs: `${link('"@key", "@external", "@requires", "@provides", "@shareable", "@override"')}
      type Query { awards: [Award]  topStudents: [Student] @provides(fields: "name")  home: Address @shareable }
      type Mutation { pay(amount: Int!): Award }
      type Address @shareable { street: String! zip: Int lines: [String!] }
      type School @key(fields: "id") {
        id: ID! pupils: Int @external township: Township @external
        aidShare: String @requires(fields: "pupils")
        aidPlace: String @requires(fields: "township { code title }")
        phone: String @override(from: "people")
        awards(first: Int = 1): [Award!]
      }
      type Township @key(fields: "code") { code: ID! title: String @external aidTotal: Int }
      type Student @key(fields: "id") { id: ID! name: String! @external awards: [Award] hardship: Boolean! }
      type Award @key(fields: "id") { id: ID! amount: String! student: Student school: School officer: Staff }
      type Staff @key(fields: "id") { id: ID! name: String @shareable }
    `,
  },
  {
    name: 'media',
    typeDefs: `${link('"@key", "@shareable"')}
      interface Media @key(fields: "id") { id: ID! title: String owner: School }
      type Book implements Media @key(fields: "id") { id: ID! title: String owner: School pages: Int! }
      type Film implements Media @key(fields: "id") { id: ID! title: String owner: School minutes: Int }
      union Asset = Book | Film | School
      type Query { media: [Media!]  oneMedia(id: ID!): Media  assets: [Asset] }
      type School @key(fields: "code") { code: ID! library: [Media] bandwidth: Int network: Network }
      type Network { speed: Int! provider: String }
    `,
  },
  {
    name: 'reviews',
    typeDefs: `${link('"@key", "@interfaceObject", "@external", "@requires"')}
      type Query { reviews: [Review]  reviewed: [Media] }
      type Media @interfaceObject @key(fields: "id") { id: ID! reviews: [Review!] title: String @external stars(scale: Int = 5): Int summary: String @requires(fields: "title") }
      type Review @key(fields: "id") { id: ID! text: String! author: Student subject: Media }
      type Student @key(fields: "id") { id: ID! reviews: [Review] }
    `,
  },
];
