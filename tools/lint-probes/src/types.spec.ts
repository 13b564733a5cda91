import { spawnSync } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

const workspace = join(import.meta.dirname, '../../..');
const folder = join(import.meta.dirname, '../probes/types');
const probes = globSync('*.ts', { cwd: folder }).map((name) => {
  const [, breaks = ''] = /^\/\/ breaks: (\w+)$/m.exec(readFileSync(join(folder, name), 'utf8')) ?? [];
  return { name, breaks };
});
let reported: { name: string; code: string }[];

beforeAll(() => {
  const project = mkdtempSync(join(tmpdir(), 'type-probes-'));
  const config = {
    extends: join(workspace, 'tsconfig.base.json'),
    compilerOptions: { typeRoots: [join(workspace, 'node_modules/@types')] },
    include: [join(folder, '*.ts')],
  };
  writeFileSync(join(project, 'tsconfig.json'), JSON.stringify(config));
  const { stdout } = spawnSync(join(workspace, 'node_modules/.bin/tsc'), ['--project', project, '--pretty', 'false'], {
    encoding: 'utf8',
  });
  rmSync(project, { recursive: true });
  reported = [...stdout.matchAll(/^(\S+)\(\d+,\d+\): error (TS\d+)/gm)].map(([, file = '', code = '']) => ({
    name: basename(file),
    code,
  }));
}, 180_000);

it.each(probes)('$name is reported by the compiler with exactly: $breaks', ({ name, breaks }) => {
  const codes = reported.filter((error) => error.name === name).map(({ code }) => code);
  expect(codes).toEqual(breaks === 'nothing' ? [] : [breaks]);
});

it('the compiler reports nothing but the probes', () => {
  expect(reported.filter(({ name }) => !probes.some((probe) => probe.name === name))).toEqual([]);
});
