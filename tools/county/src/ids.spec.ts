import { createIds } from './ids.ts';
import { createRandom } from './random.ts';

it('gives ids in the form of UUIDv7, in order, the same for the same seed', () => {
  const ids = (seed: string) =>
    Array.from({ length: 100 }, createIds(createRandom(seed), new Date('2024-01-01T00:00:00Z')));
  const given = ids('a');
  for (const id of given) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect([...given].sort()).toEqual(given);
  expect(new Set(given).size).toBe(100);
  expect(ids('a')).toEqual(given);
  expect(ids('b')).not.toEqual(given);
});
