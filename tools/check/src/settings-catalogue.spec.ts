import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const workspace = join(import.meta.dirname, '../../..');
const files = globSync('apps/*/src/*/*.settings.ts', { cwd: workspace });

it.each(files)('%s is in the catalogue of its office, so that the county can set it', (file) => {
  const catalogue = join(workspace, file.split('/').slice(0, 3).join('/'), 'setting/catalogue.ts');
  expect(existsSync(catalogue)).toBe(true);
  const names = [
    ...readFileSync(join(workspace, file), 'utf8').matchAll(/export const (\w*[sS]ettings|\w*SETTINGS)\b/g),
  ];
  expect(names).not.toEqual([]);
  const listed = readFileSync(catalogue, 'utf8');
  expect(names.map(([, name = '']) => name).filter((name) => !listed.includes(`...${name}`))).toEqual([]);
});
