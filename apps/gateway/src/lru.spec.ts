import { Lru } from './lru.ts';

describe('a bounded cache', () => {
  it('keeps what is asked for and forgets what is not, never more than the limit', () => {
    const cache = new Lru<number>(4);
    cache.set('often', 0);
    for (let i = 0; i < 20; i += 1) {
      cache.set(`once ${i}`, i);
      expect(cache.get('often')).toBe(0);
      expect(cache.size).toBeLessThanOrEqual(4);
    }
    expect([cache.get('once 19'), cache.get('once 0')]).toEqual([19, undefined]);
  });

  it('counts weights, replaces an entry under the same key, and takes none heavier than half of itself', () => {
    const cache = new Lru<string>(20);
    cache.set('a', 'a', 6);
    cache.set('a', 'A', 4);
    cache.set('b', 'b', 6);
    expect([cache.get('a'), cache.get('b'), cache.size]).toEqual(['A', 'b', 2]);
    cache.set('huge', 'huge', 11);
    expect([cache.get('huge'), cache.size]).toEqual([undefined, 2]);
    expect([cache.delete('a'), cache.delete('a'), cache.get('a')]).toEqual([true, false, undefined]);
    cache.clear();
    expect(cache.size).toBe(0);
  });

  it('forgets the whole of an entry that was found in both generations', () => {
    const cache = new Lru<string>(4);
    for (const key of ['a', 'b', 'c']) cache.set(key, key);
    expect([cache.get('a'), cache.delete('a'), cache.get('a')]).toEqual(['a', true, undefined]);
  });
});
