import { retryDelayMs } from './pace.rules.ts';

const pace = { first: 100, longest: 1_000 };

it('doubles up to the longest', () => {
  expect([1, 2, 3, 4, 5, 1_000].map((failures) => retryDelayMs(pace, failures, 1))).toEqual([
    100, 200, 400, 800, 1_000, 1_000,
  ]);
});

it('spreads over the upper half', () => {
  expect([0, 0.5, 1].map((chance) => retryDelayMs(pace, 2, chance))).toEqual([100, 150, 200]);
});
