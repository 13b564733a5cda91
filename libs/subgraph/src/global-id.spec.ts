import { formatGlobalId, parseGlobalId } from './global-id.ts';

const id = '0198f1c2-7b1a-7c3d-8e4f-001122334455';

it('says where the row is', () => {
  expect(formatGlobalId({ county: '640121', id })).toBe(`640121.${id}`);
  expect(parseGlobalId(`640121.${id}`)).toEqual({ county: '640121', id });
});

it.each([
  ['empty', ''],
  ['no county', id],
  ['short county', `64012.${id}`],
  ['upper case', `640121.${id.toUpperCase()}`],
  ['a number of a person', '640121201503010014'],
  ['something behind', `640121.${id}\n`],
  ['another separator', `640121:${id}`],
])('refuses %s', (_, text) => {
  expect(parseGlobalId(text)).toBeNull();
});
