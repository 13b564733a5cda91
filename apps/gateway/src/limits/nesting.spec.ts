import { nestingBeyond } from './nesting.ts';

const nested = (levels: number, inside = '') => `${'['.repeat(levels)}${inside}${']'.repeat(levels)}`;

it.each([
  ['as deep as allowed', `{a(b:${nested(8)})}`, undefined],
  ['one level deeper', `{a(b:${nested(9)})}`, 11],
  ['thousands of levels', `{a(b:${nested(5_000)})}`, 5_002],
  ['never closed', `{a(b:${'['.repeat(20)}`, 22],
  ['in a text', `{a(b:"${nested(50)}")}`, undefined],
  ['in a comment', `{a} # ${nested(50)}`, undefined],
  ['side by side', `{${'a(b:[]) '.repeat(100)}}`, undefined],
])('brackets %s', (_, query, nesting) => {
  expect(nestingBeyond(10, query)).toBe(nesting);
});
