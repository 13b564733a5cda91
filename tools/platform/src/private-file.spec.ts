import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { openPrivateFile } from './private-file.ts';

const shape = z.object({ key: z.string() });
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bureau-private-test-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('is made once, for this user only', async () => {
  const file = join(folder, 'deep/secrets.json');
  const made = await Promise.all(['one', 'two'].map((key) => openPrivateFile(file, shape, async () => ({ key }))));
  expect(made[0]).toEqual(made[1]);
  expect(await openPrivateFile(file, shape, () => ({ key: 'three' }))).toEqual(made[0]);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(readdirSync(join(folder, 'deep'))).toEqual(['secrets.json']);
});

test.each(['{"key":', '{"key":7}', ''])('is never replaced when it is damaged: %j', async (content) => {
  const file = join(folder, 'secrets.json');
  writeFileSync(file, content);
  await expect(openPrivateFile(file, shape, () => ({ key: 'new' }))).rejects.toThrow(
    `${file} is damaged: put it back from a backup`,
  );
});

test('cannot be a folder', async () => {
  mkdirSync(join(folder, 'secrets.json'));
  await expect(openPrivateFile(join(folder, 'secrets.json'), shape, () => ({ key: 'new' }))).rejects.toThrow(
    `Cannot use ${folder} (EISDIR)`,
  );
});
