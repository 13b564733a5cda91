import { createHash } from 'node:crypto';
import { readPersistedOperations } from './persisted-operations.ts';

const query = '{ platform }';
const hash = createHash('sha256').update(query).digest('hex');

it('reads a file of operations by hash', async () => {
  const operations = readPersistedOperations(JSON.stringify({ [hash]: query }));
  expect([operations.fixed, operations.isFixed(hash), operations.isFixed('0'.repeat(64))]).toEqual([
    [query],
    true,
    false,
  ]);
  expect(await operations.get(`apq:${hash}`)).toBe(query);
});

it('keeps what callers register beside them, without making it fixed', async () => {
  const operations = readPersistedOperations('{}');
  await operations.set(`apq:${hash}`, query);
  expect([await operations.get(`apq:${hash}`), operations.isFixed(hash)]).toEqual([query, false]);
});

it.each([
  ['{', 'JSON'],
  [JSON.stringify({ short: query }), 'short'],
  [JSON.stringify({ [hash]: '{ other }' }), 'is not the hash of its text'],
])('refuses %s', (json, problem) => {
  expect(() => readPersistedOperations(json)).toThrow(problem);
});
