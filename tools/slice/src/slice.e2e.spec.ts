import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { WorkspaceCopy } from './workspace-copy.fixture.ts';

const born = [
  { office: 'enrollment', noun: 'school-visit', chinese: '校访' },
  { office: 'special-education', noun: 'therapy', chinese: '康复训练' },
  { office: 'student-aid', noun: 'home-visit', chinese: '家访' },
  { office: 'internet-plus', noun: 'lab-class', chinese: '机房课' },
];
const folderOf = ({ office, noun }: { office: string; noun: string }) => `apps/${office}/src/${noun}`;
const slices = born.map(folderOf);
const wiring = born.map(({ office }) => [`apps/${office}/src/*.ts`, `apps/${office}/src/migrations`]).flat();
const fine = { status: 0, output: '' };

let copy: WorkspaceCopy;
beforeAll(() => {
  copy = new WorkspaceCopy();
});
afterAll(() => copy[Symbol.dispose]());

function outcomeOf(program: string, ...parameters: string[]): { status: number | null; output: string } {
  const PATH = [join(copy.folder, 'node_modules/.bin'), process.env.PATH].join(delimiter);
  const env = { ...process.env, PATH, NX_DAEMON: 'false' };
  const { status, stdout, stderr } = spawnSync(program, parameters, { cwd: copy.folder, env, encoding: 'utf8' });
  return { status, output: status === 0 ? '' : stdout + stderr };
}

it.each(born)('a slice of $office is written', ({ office, noun, chinese }) => {
  expect(outcomeOf('nx', 'generate', 'slice', office, noun, '--chinese', chinese)).toEqual(fine);
  expect(globSync('*', { cwd: join(copy.folder, folderOf({ office, noun })) }).sort()).toEqual(
    [
      `${noun}.entity.ts`,
      `${noun}.integration.spec.ts`,
      `${noun}.repository.ts`,
      `${noun}.resolvers.ts`,
      `${noun}.rules.spec.ts`,
      `${noun}.rules.ts`,
      `${noun}.service.ts`,
      'schema.graphql',
    ].sort(),
  );
});

it.each([
  ['get their types', ['graphql-codegen', '--config', 'codegen.ts']],
  ['compile', ['tsc', '--noEmit', '--project', 'tsconfig.json']],
  ['are formatted', ['prettier', '--check', ...slices, ...wiring]],
  ['pass lint', ['eslint', ...slices, ...wiring]],
  ['compose', ['node', 'tools/supergraph/src/compose.ts']],
] as const)(
  'the slices %s',
  (_, [program, ...parameters]) => {
    expect(outcomeOf(program, ...parameters)).toEqual(fine);
  },
  300_000,
);

it('the slices pass their own tests, and their migrations build what their entities declare', () => {
  const jest = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', 'node_modules/jest/bin/jest.js'];
  const migrations = born.map(({ office }) => `apps/${office}/src/migrations`);
  expect(outcomeOf('node', ...jest, '--selectProjects', 'unit', 'integration', '--', ...slices, ...migrations)).toEqual(
    fine,
  );
}, 300_000);

it('a slice is not written over another', () => {
  const { status, output } = outcomeOf('nx', 'generate', 'slice', 'enrollment', 'school-visit');
  expect(status).toBe(1);
  expect(output).toContain('apps/enrollment/src/school-visit exists already');
});
