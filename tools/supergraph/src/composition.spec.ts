import { composeOffices } from './composition.ts';
import type { SupergraphFault } from './supergraph-fault.ts';
import { Workspace } from './workspace.fixture.ts';

function problemsOf(workspace: Workspace): readonly string[] {
  try {
    composeOffices(workspace.folder);
    return [];
  } catch (error) {
    return (error as SupergraphFault).problems;
  }
}

it('makes one schema of four, with the guard of each field and the office that answers it', () => {
  using workspace = new Workspace();
  const { supergraph } = composeOffices(workspace.folder);
  expect(supergraph).toContain('aided: Ratio @join__field(graph: STUDENT_AID) @access(scopes: ["figures:read"])');
  expect(supergraph).toContain('STUDENT_AID @join__graph(name: "student-aid", url: "http://127.0.0.1:4003/graphql")');
});

it('shows clients the fields alone, by name', () => {
  using workspace = new Workspace();
  expect(composeOffices(workspace.folder).api).toBe(`type County {
  aided: Ratio
  code: ID!
  name: String!
}

type Query {
  county(code: ID!): County
}

type Ratio {
  denominator: Int!
  numerator: Int!
}
`);
});

describe('a schema is refused', () => {
  const county = 'apps/student-aid/src/county/schema.graphql';

  it('when two offices give a field different types', () => {
    using workspace = new Workspace();
    workspace.write(county, 'type County @key(fields: "code") { code: Int! }');
    expect(problemsOf(workspace)[0]).toContain('Type of field "County.code" is incompatible across subgraphs');
  });

  it('when two offices guard a field differently, which composition alone would only warn of', () => {
    using workspace = new Workspace();
    workspace.write(county, 'type County @key(fields: "code") { code: ID! @access(scopes: ["students:read"]) }');
    expect(problemsOf(workspace)).toEqual([
      expect.stringContaining(
        'INCONSISTENT_NON_REPEATABLE_DIRECTIVE_ARGUMENTS: Non-repeatable directive @access is applied to "County.code"',
      ),
    ]);
  });

  it.each([
    [
      'a root field',
      'extend type Query { aids: [Ratio!]! @access(scopes: ["figures:read"]) }',
      'Query.aids of student-aid must be nullable: it is null when the office is silent',
    ],
    [
      "what it adds to another's entity",
      'type County @key(fields: "code") { code: ID! @access(scopes: ["county:read"]) aided: Ratio! @access(scopes: ["figures:read"]) }',
      'County.aided of student-aid must be nullable: several offices give County fields, only one of them may promise any',
    ],
    [
      "its way to another's entity",
      `type County @key(fields: "code") { code: ID! @access(scopes: ["county:read"]) aid: Aid @access(scopes: ["figures:read"]) }
       type Aid { county: County! }`,
      'Aid.county of student-aid must be nullable: County is told by enrollment',
    ],
  ])('when an office that is silent would take others with it: %s', (_, sdl, problem) => {
    using workspace = new Workspace();
    workspace.write(county, sdl);
    expect(problemsOf(workspace)).toContainEqual(problem);
  });

  it('when a file cannot be read as SDL, with its place', () => {
    using workspace = new Workspace();
    workspace.write(county, '\ntype County {');
    expect(problemsOf(workspace)).toEqual([`${county}:2 Syntax Error: Expected Name, found <EOF>.`]);
  });
});
