import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSecrets } from './secrets.ts';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'secrets-'))));
afterEach(() => rmSync(folder, { recursive: true }));

it('are made once and kept', async () => {
  const made = await openSecrets(folder);
  mkdirSync(join(folder, 'postgres'));
  expect(await openSecrets(folder)).toEqual(made);
});

it('are not made anew beside data that the lost ones encrypted', async () => {
  mkdirSync(join(folder, 'postgres'));
  await expect(openSecrets(folder)).rejects.toThrow(`${join(folder, 'secrets.json')} is gone`);
});
