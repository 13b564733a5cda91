import { createSealer } from '@bureau/access';
import { decodeCursor, encodeCursor, type PageOrder, pageWindow } from './connection.ts';

const byName: PageOrder = { name: 'NAME_ASC', properties: ['name'], direction: 'ASC' };

it.each([
  [{}, { size: 50, isBackward: false, cursor: undefined }],
  [{ first: 0 }, { size: 0, isBackward: false, cursor: undefined }],
  [{ first: 200 }, { size: 200, isBackward: false, cursor: undefined }],
  [
    { first: 2, after: 'c' },
    { size: 2, isBackward: false, cursor: { argument: 'after', text: 'c' } },
  ],
  [
    { last: 3, before: 'c' },
    { size: 3, isBackward: true, cursor: { argument: 'before', text: 'c' } },
  ],
  [{ before: 'c' }, { size: 50, isBackward: true, cursor: { argument: 'before', text: 'c' } }],
])('%p is a window', (page, window) => {
  expect(pageWindow(page)).toEqual(window);
});

it.each([
  [{ first: 201 }, 'first must be from 0 to 200, not 201.'],
  [{ first: -1 }, 'first must be from 0 to 200, not -1.'],
  [{ last: 201 }, 'last must be from 0 to 200, not 201.'],
  [{ first: 1, last: 1 }, 'Ask for first or for last, not for both.'],
  [{ first: 1, before: 'c' }, 'before goes with last, not with first.'],
  [{ last: 1, after: 'c' }, 'after goes with first, not with last.'],
])('%p is refused', (page, message) => {
  expect(() => pageWindow(page)).toThrow(message);
});

it('a cursor holds the order and the values it goes by', () => {
  const cursor = encodeCursor(byName, { id: 'i', name: '马小明', secret: 's' });
  expect(decodeCursor(byName, cursor, 'after')).toEqual(['马小明', 'i']);
});

it('a sealed cursor tells nothing, and is none without its key', () => {
  const sealer = createSealer({ dataKey: Buffer.alloc(32, 1), indexKey: Buffer.alloc(32, 2) });
  const cursor = encodeCursor(byName, { id: 'i', name: '2015-03-17' }, sealer);
  expect(Buffer.from(cursor, 'base64url').toString()).not.toContain('2015-03');
  expect(decodeCursor(byName, cursor, 'after', sealer)).toEqual(['2015-03-17', 'i']);
  const forged = encodeCursor(byName, { id: 'i', name: '2015-03-17' });
  expect(() => decodeCursor(byName, forged, 'after', sealer)).toThrow('after is not a cursor of this list');
});

it.each([
  ['another order', encodeCursor({ ...byName, name: 'NAME_DESC' }, { id: 'i', name: 'n' })],
  ['too few values', Buffer.from('["NAME_ASC","n"]').toString('base64url')],
  ['an object in it', Buffer.from('["NAME_ASC",{},"i"]').toString('base64url')],
  ['no JSON', 'xyz'],
  ['nothing', ''],
])('refuses a cursor with %s', (_, text) => {
  expect(() => decodeCursor(byName, text, 'after')).toThrow(
    'after is not a cursor of this list in the order NAME_ASC.',
  );
});
