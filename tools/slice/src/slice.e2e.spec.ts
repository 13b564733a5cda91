import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { WorkspaceCopy } from './workspace-copy.fixture.ts';

const slice = 'apps/enrollment/src/school-visit';
let copy: WorkspaceCopy;
let generated: ReturnType<typeof outcomeOf>;

function outcomeOf(program: string, ...parameters: string[]): { status: number | null; output: string } {
  const PATH = [join(copy.folder, 'node_modules/.bin'), process.env.PATH].join(delimiter);
  const environment = { ...process.env, PATH, NX_DAEMON: 'false' };
  const { status, stdout, stderr } = spawnSync(program, parameters, {
    cwd: copy.folder,
    env: environment,
    encoding: 'utf8',
  });
  return { status, output: status === 0 ? '' : stdout + stderr };
}
const fine = { status: 0, output: '' };

beforeAll(() => {
  copy = new WorkspaceCopy();
  generated = outcomeOf('nx', 'generate', 'slice', 'enrollment', 'school-visit', '--chinese', '校访');
}, 300_000);
afterAll(() => copy[Symbol.dispose]());

it('has the files of a slice', () => {
  expect(generated).toEqual(fine);
  expect(globSync('*', { cwd: join(copy.folder, slice) }).sort()).toEqual([
    'schema.graphql',
    'school-visit.entity.ts',
    'school-visit.integration.spec.ts',
    'school-visit.repository.ts',
    'school-visit.resolvers.ts',
    'school-visit.rules.spec.ts',
    'school-visit.rules.ts',
    'school-visit.service.ts',
  ]);
});

it.each([
  ['its types are generated', ['graphql-codegen', '--config', 'codegen.ts']],
  ['it compiles', ['tsc', '--noEmit', '--project', 'tsconfig.json']],
  ['it is formatted', ['prettier', '--check', 'apps/enrollment']],
  ['it passes lint', ['eslint', slice, 'apps/enrollment/src/*.ts', 'apps/enrollment/src/migrations']],
  ['it composes', ['node', 'tools/supergraph/src/compose.ts']],
] as const)(
  '%s',
  (_, [program, ...parameters]) => {
    expect(outcomeOf(program, ...parameters)).toEqual(fine);
  },
  120_000,
);

it('passes its own tests and those of the migrations', () => {
  const jest = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', 'node_modules/jest/bin/jest.js'];
  expect(
    outcomeOf(
      'node',
      ...jest,
      '--selectProjects',
      'unit',
      'integration',
      '--',
      slice,
      'apps/enrollment/src/migrations',
    ),
  ).toEqual(fine);
}, 300_000);

it('is not written over another', () => {
  const { status, output } = outcomeOf('nx', 'generate', 'slice', 'enrollment', 'school-visit');
  expect(status).toBe(1);
  expect(output).toContain(`${slice} exists already`);
});
