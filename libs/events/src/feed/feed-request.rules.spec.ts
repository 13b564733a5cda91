import { feedRequest } from './feed-request.rules.ts';

it('asks for a page from the start when nothing is said', () => {
  expect(feedRequest('')).toEqual({ after: 0, limit: 500, waitSeconds: 0 });
});

it('takes each bound, and nothing beyond it', () => {
  expect(feedRequest('?after=0&limit=1&wait=0')).toEqual({ after: 0, limit: 1, waitSeconds: 0 });
  expect(feedRequest('?after=9007199254740991&limit=2000&wait=30')).toEqual({
    after: 2 ** 53 - 1,
    limit: 2_000,
    waitSeconds: 30,
  });
  expect(feedRequest('after=9007199254740992')).toMatch(/^after must be/);
  expect(feedRequest('limit=0')).toMatch(/^limit must be/);
  expect(feedRequest('limit=2001')).toMatch(/^limit must be/);
  expect(feedRequest('wait=31')).toMatch(/^wait must be/);
});

it.each(['after=', 'after=1.5', 'after=0x1', 'after=%201', 'after=1e3', 'after=1&after=2', 'after=٣'])(
  'refuses %s',
  (query) => {
    expect(feedRequest(query)).toBe('after must be one whole number from 0 to 9007199254740991');
  },
);

it.each(['from=1', '__proto__=1', 'toString=1'])('refuses the unknown %s', (query) => {
  expect(feedRequest(query)).toBe('the parameters are after, limit and wait');
});
