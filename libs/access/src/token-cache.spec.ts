import type { Actor } from './actor.ts';
import { TokenCache } from './token-cache.ts';

const actor = (subject: string): Actor => ({
  subject,
  roles: [],
  scope: { reach: 'county', county: '640121' },
  scopes: new Set(),
});

it('forgets the token that was longest unused', () => {
  const cache = new TokenCache(2);
  cache.add('a', { actor: actor('a'), validUntilMs: 10 });
  cache.add('b', { actor: actor('b'), validUntilMs: 10 });
  cache.find('a', 0);
  cache.add('c', { actor: actor('c'), validUntilMs: 10 });
  expect(['a', 'b', 'c'].map((token) => cache.find(token, 0)?.subject)).toEqual(['a', undefined, 'c']);
});

it('keeps a token until the millisecond before its end', () => {
  const cache = new TokenCache(2);
  cache.add('a', { actor: actor('a'), validUntilMs: 10 });
  expect(cache.find('a', 9)?.subject).toBe('a');
  expect(cache.find('a', 10)).toBeUndefined();
});
