import { FigureCache } from './figure-cache.ts';

function counter() {
  let counted = 0;
  return async () => (counted += 1);
}

it('counts a figure once a snapshot', async () => {
  const [cache, count] = [new FigureCache(), counter()];
  expect(await cache.get('10:10:', 'a', count)).toBe(1);
  expect(await cache.get('10:10:', 'a', count)).toBe(1);
  expect(await cache.get('10:10:', 'b', count)).toBe(2);
  expect(await cache.get('10:11:', 'a', count)).toBe(3);
});

it('counts once for eight who ask at the same moment', async () => {
  const [cache, count] = [new FigureCache(), counter()];
  const answers = await Promise.all(Array.from({ length: 8 }, () => cache.get('10:10:', 'a', count)));
  expect(answers).toEqual(Array.from({ length: 8 }, () => 1));
});

it('remembers no failure, and who waited for it counts for itself', async () => {
  const cache = new FigureCache();
  const failing = cache.get('10:10:', 'a', () => Promise.reject(new Error('away')));
  const waiting = cache.get('10:10:', 'a', async () => 'counted');
  await expect(failing).rejects.toThrow('away');
  expect(await waiting).toBe('counted');
  expect(await cache.get('10:10:', 'a', async () => 'again')).toBe('again');
});

it('forgets all when a connection was lost', async () => {
  const [cache, count] = [new FigureCache(), counter()];
  await cache.get('10:10:', 'a', count);
  cache.clear();
  expect(await cache.get('10:10:', 'a', count)).toBe(2);
});
