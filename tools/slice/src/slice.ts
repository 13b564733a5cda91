import { join } from 'node:path';
import { formatFiles, generateFiles, type Tree } from '@nx/devkit';
import { SourceEdit } from './edit-source.ts';
import { type SliceOptions, type Words, wordsOf } from './words.ts';

/** Writes a new slice of an office and wires it in; `nx g slice <office> <noun>`. */
export async function generateSlice(tree: Tree, options: SliceOptions): Promise<() => void> {
  const words = wordsOf(options);
  const office = `apps/${options.office}`;
  const folder = `${office}/src/${options.noun}`;
  if (tree.exists(folder)) throw new Error(`${folder} exists already`);

  const migratedAt = nextMigration(tree, `${office}/src/migrations`);
  generateFiles(tree, join(import.meta.dirname, 'files/slice'), folder, words);
  generateFiles(tree, join(import.meta.dirname, 'files/migration'), `${office}/src/migrations`, {
    ...words,
    migratedAt,
  });
  wireIn(tree, office, words, migratedAt);
  await formatFiles(tree);
  return () => console.log(`\nNext: npm run codegen, npm run compose, npm run jest -- ${folder}`);
}

/** Milliseconds since 1970, as TypeORM wants them, and after every migration there is. */
function nextMigration(tree: Tree, folder: string): number {
  const times = tree.children(folder).map((file) => Number.parseInt(file, 10));
  return Math.max(Date.now(), ...times.filter(Number.isFinite).map((time) => time + 1));
}

function wireIn(tree: Tree, office: string, words: Words, migratedAt: number): void {
  const { noun, camel, pascal, plurals } = words;
  const migration = `Create${pascal}${migratedAt}`;
  edit(tree, `${office}/src/migrations/index.ts`, (source) =>
    source
      .addImport(`import { ${migration} } from './${migratedAt}-Create${pascal}.ts';`)
      .addTo('migrations', migration),
  );
  edit(tree, `${office}/src/data-source.ts`, (source) =>
    source
      .addImport(`import { ${pascal}Entity } from './${noun}/${noun}.entity.ts';`)
      .addTo('entities', `${pascal}Entity`),
  );
  edit(tree, `${office}/codegen.ts`, (source) =>
    source
      .addTo('mappers', `${pascal}: '../${noun}/${noun}.entity.ts#${pascal}'`)
      .addTo('mappers', `${pascal}Connection: '../${noun}/${noun}.service.ts#${pascal}Connection'`),
  );
  edit(tree, `${office}/src/schema.ts`, (source) =>
    source
      .addImport(`import { ${camel}Fields, ${camel}Queries } from './${noun}/${noun}.resolvers.ts';`)
      .spreadInto('Query', `${camel}Queries`)
      .addTo('resolvers', `${pascal}: ${camel}Fields`),
  );
  edit(tree, `${office}/src/context.ts`, (source) =>
    source
      .addImport(`import { ${pascal}Service } from './${noun}/${noun}.service.ts';`)
      .addMember('Context', `${plurals}: ${pascal}Service;`)
      .addToReturned('createContext', `${plurals}: new ${pascal}Service(request)`),
  );
}

function edit(tree: Tree, path: string, change: (source: SourceEdit) => SourceEdit): void {
  const text = tree.read(path, 'utf8');
  if (text === null) throw new Error(`${path} does not exist: make the office before its slices`);
  tree.write(path, change(new SourceEdit(path, text)).text);
}
