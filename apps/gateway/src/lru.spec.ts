import { Lru } from './lru.ts';

describe('a bounded cache', () => {
  it('forgets the entry that was used longest ago', () => {
    const cache = new Lru<number>(2);
    cache.set('a', 1);
    cache.set('b', 2);
    cache.get('a');
    cache.set('c', 3);
    expect([cache.get('a'), cache.get('b'), cache.get('c')]).toEqual([1, undefined, 3]);
  });

  it('counts weights, replaces an entry under the same key, and never holds one heavier than itself', () => {
    const cache = new Lru<string>(10);
    cache.set('a', 'a', 6);
    cache.set('a', 'A', 4);
    cache.set('b', 'b', 6);
    expect([cache.get('a'), cache.get('b'), cache.size]).toEqual(['A', 'b', 2]);
    cache.set('huge', 'huge', 11);
    expect([cache.get('huge'), cache.size]).toEqual([undefined, 2]);
    cache.clear();
    cache.set('c', 'c', 10);
    expect(cache.get('c')).toBe('c');
  });
});
