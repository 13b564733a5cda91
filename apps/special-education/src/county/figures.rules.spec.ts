import { PLACEMENT_KINDS } from '../placement/placement.rules.ts';
import { enrollmentRate, figuresOf } from './figures.rules.ts';

const seed = figuresOf([
  { key: 'REGULAR_CLASS', count: 122 },
  { key: 'SPECIAL_SCHOOL_EXTERNAL', count: 32 },
  { key: 'HOME_TEACHING', count: 22 },
  { key: null, count: 3 },
]);

it('the report of 2024: 179 = 122 + 32 + 22 + 3', () => {
  expect(seed).toMatchObject({
    children: 179,
    inclusiveClass: 122,
    specialSchoolInCounty: 0,
    specialSchoolOutOfCounty: 32,
    homeTeaching: 22,
    unplaced: 3,
  });
  const rate = { numerator: 176, denominator: 179, percent: '98.32' };
  expect(enrollmentRate(seed, 'INCLUDE_DEFERRED_IN_DENOM')).toEqual(rate);
  expect(enrollmentRate(seed, 'EXCLUDE_DEFERRED_FROM_DENOM')).toEqual(rate);
});

it('would be 100 % by the other method, were the three approved deferrals', () => {
  const deferred = figuresOf([
    { key: 'REGULAR_CLASS', count: 176 },
    { key: 'DEFERRED', count: 3 },
  ]);
  expect(enrollmentRate(deferred, 'INCLUDE_DEFERRED_IN_DENOM').percent).toBe('98.32');
  expect(enrollmentRate(deferred, 'EXCLUDE_DEFERRED_FROM_DENOM')).toEqual({
    numerator: 176,
    denominator: 176,
    percent: '100.00',
  });
});

it.each([
  ['REGULAR_CLASS', 1],
  ['SPECIAL_CLASS', 1],
  ['SPECIAL_SCHOOL_COUNTY', 1],
  ['SPECIAL_SCHOOL_EXTERNAL', 1],
  ['HOME_TEACHING', 1],
  ['DISTANCE', 1],
  ['WELFARE_OR_REHAB_CLASS', 1],
  ['VOCATIONAL', 1],
  ['DEFERRED', 0],
  ['EXEMPT', 0],
  ['COMPLETED', 0],
  [null, 0],
])('a child in %p counts %p as enrolled', (key, enrolled) => {
  expect(figuresOf([{ key, count: 1 }])).toMatchObject({ children: 1, enrolled });
});

it('a child that moved out is no longer one for whom the county answers', () => {
  expect(figuresOf([{ key: 'MOVED_OUT', count: 1 }])).toMatchObject({ children: 0, enrolled: 0, movedOut: 1 });
});

it('every kind has a figure, and the figures add up', () => {
  const figures = figuresOf([...PLACEMENT_KINDS, null].map((key, at) => ({ key, count: 2 ** at })));
  const { children, enrolled: _enrolled, movedOut, ...kinds } = figures;
  expect(Object.values(kinds).reduce((sum, count) => sum + count, 0)).toBe(children);
  expect(children + movedOut).toBe(2 ** 13 - 1);
});
