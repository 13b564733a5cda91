import { enrollmentRate, whereaboutsAsked } from './child-of-age.rules.ts';

it('counts children in school here, elsewhere and abroad, of all of the age', () => {
  expect(
    enrollmentRate([
      { whereabouts: 'IN_COUNTY', count: 9_000 },
      { whereabouts: 'OUT_OF_COUNTY', count: 60 },
      { whereabouts: 'ABROAD', count: 1 },
      { whereabouts: 'SUSPENDED', count: 20 },
      { whereabouts: 'NOT_ENROLLED', count: 3 },
    ]),
  ).toEqual({ numerator: 9_061, denominator: 9_084, percent: '99.75' });
});

it('has no percent when there is no child', () => {
  expect(enrollmentRate([])).toEqual({ numerator: 0, denominator: 0, percent: null });
});

it.each([
  [null, null, null],
  [['IN_COUNTY'], null, ['IN_COUNTY']],
  [null, true, ['IN_COUNTY', 'OUT_OF_COUNTY', 'ABROAD']],
  [null, false, ['SUSPENDED', 'NOT_ENROLLED']],
  [['IN_COUNTY', 'SUSPENDED'], false, ['SUSPENDED']],
  [['IN_COUNTY'], false, []],
] as const)('whereabouts %p and enrolled %p ask for %p', (whereabouts, isEnrolled, asked) => {
  expect(whereaboutsAsked(whereabouts, isEnrolled)).toEqual(asked);
});
