import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTestDatabase, testServer, type TestDatabase } from '@bureau/testing';
import { isDone, noteDone } from '../src/done-note.ts';

let folder: string;
let one: TestDatabase;
let other: TestDatabase;

beforeAll(async () => {
  [one, other] = [await createTestDatabase('enrollment'), await createTestDatabase('enrollment')];
});
afterAll(() => Promise.all([one.drop(), other.drop()]));
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bureau-note-test-'));
  mkdirSync(join(folder, 'migrations'));
  writeFileSync(join(folder, 'migrations/1-create.ts'), 'create');
});
afterEach(() => rmSync(folder, { recursive: true }));

test('what was noted as done is done, for that database, that thing and those sources only', async () => {
  const server = testServer();
  const migrations = { database: one.name, name: 'migrations', sources: [folder] };
  const demonstration = { database: one.name, name: 'demonstration', sources: [] };
  expect(await isDone(server, migrations)).toBe(false);

  await noteDone(server, migrations);
  expect(await isDone(server, migrations)).toBe(true);
  expect(await isDone(server, demonstration)).toBe(false);
  expect(await isDone(server, { ...migrations, database: other.name })).toBe(false);

  await noteDone(server, demonstration);
  expect([await isDone(server, migrations), await isDone(server, demonstration)]).toEqual([true, true]);

  writeFileSync(join(folder, 'migrations/2-alter.ts'), 'alter');
  expect([await isDone(server, migrations), await isDone(server, demonstration)]).toEqual([false, true]);
});
