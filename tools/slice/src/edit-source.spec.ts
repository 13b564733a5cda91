import { SourceEdit } from './edit-source.ts';

const edit = (text: string) => new SourceEdit('apps/x/src/schema.ts', text);

it('adds an import after the last, or as the first line', () => {
  expect(edit("import a from 'a';\nimport b from 'b';\n\nb(a);\n").addImport("import c from 'c';").text).toBe(
    "import a from 'a';\nimport b from 'b';\nimport c from 'c';\n\nb(a);\n",
  );
  expect(edit('b(1);\n').addImport("import c from 'c';").text).toBe("import c from 'c';\nb(1);\n");
});

it.each([
  ['export const migrations = [];', 'export const migrations = [New];'],
  ['export const migrations = [One, Two];', 'export const migrations = [One, Two, New];'],
  ['export const migrations = [One, Two,];', 'export const migrations = [One, Two,New];'],
  [
    'export const x = check<A, B>()({ migrations: [One] } satisfies X);',
    'export const x = check<A, B>()({ migrations: [One, New] } satisfies X);',
  ],
])('adds to the list in %s', (before, after) => {
  expect(edit(before).addTo('migrations', 'New').text).toBe(after);
});

it.each([
  ['const resolvers = complete()({ Query: { ...a } });', 'const resolvers = complete()({ Query: { ...a , ...b} });'],
  ['const resolvers = complete()({ Query: a });', 'const resolvers = complete()({ Query: { ...a, ...b } });'],
  ['const resolvers = complete()({ Date: d });', 'const resolvers = complete()({ Date: d , Query: b});'],
])('adds queries to %s', (before, after) => {
  expect(edit(before).spreadInto('Query', 'b').text).toBe(after);
});

it('adds a member to an interface and a property to what a function returns', () => {
  const source = edit(
    'interface Context { a: A; }\nfunction createContext(r) { const t = 1; return { ...r, a: new A(r) }; }',
  );
  expect(source.addMember('Context', 'b: B;').addToReturned('createContext', 'b: new B(r)').text).toBe(
    'interface Context { a: A; b: B;\n}\nfunction createContext(r) { const t = 1; return { ...r, a: new A(r) , b: new B(r)}; }',
  );
});

it.each<[string, (source: SourceEdit) => void]>([
  ['a list or record "entities"', (source) => source.addTo('entities', 'New')],
  ['an interface "Context"', (source) => source.addMember('Context', 'b: B;')],
  ['a record returned by "createContext"', (source) => source.addToReturned('createContext', 'b: 1')],
])('says what is missing: %s', (what, change) => {
  expect(() => change(edit('const y = 1;'))).toThrow(
    `apps/x/src/schema.ts has no ${what}: the slice cannot be wired in`,
  );
});
