import { type AidGroup, type AwardGround, byCode, byGround, groundKind, inOrderOf } from './aid-breakdown.rules.ts';

const groupOf = <Key>(key: Key): AidGroup<Key> => ({
  key,
  personTimes: 1,
  students: 1,
  amountFen: 1n,
  cashFen: 1n,
  waiverFen: 0n,
});
const keysOf = <Key>(groups: AidGroup<Key>[]) => groups.map(({ key }) => key);
const ground = (categories: string[], level: AwardGround['level'], isRecorded = true): AwardGround => ({
  categories,
  level,
  isRecorded,
});

it.each([
  [ground(['RURAL_LOW_INCOME'], null), 'ATTESTED'],
  [ground(['RURAL_LOW_INCOME'], 'HARD'), 'ATTESTED'],
  [ground([], 'HARD'), 'RECOGNISED'],
  [ground([], null), 'NEITHER'],
  [ground([], null, false), 'UNRECORDED'],
])('the ground %j is %s', (given, kind) => {
  expect(groundKind(given)).toBe(kind);
});

it('orders groups as their keys are listed, others last', () => {
  expect(keysOf(inOrderOf([null, 'b', 'a'].map(groupOf), ['a', 'b']))).toEqual(['a', 'b', null]);
});

it('orders groups by code', () => {
  expect(keysOf(byCode(['640121102', '640121101'].map(groupOf)))).toEqual(['640121101', '640121102']);
});

it('orders grounds by kind, then by categories or level', () => {
  const inOrder = [
    ground(['DISABLED'], null),
    ground(['DISABLED', 'ORPHAN'], null),
    ground(['ORPHAN'], null),
    ground([], 'GENERAL'),
    ground([], 'HARD'),
    ground([], null),
    ground([], null, false),
  ];
  expect(keysOf(byGround(inOrder.toReversed().map(groupOf)))).toEqual(inOrder);
});
