import { at, createRandom } from './random.ts';

it('says the same for the same seed, and something else for another', () => {
  const draw = (seed: string) =>
    Array.from(
      { length: 5 },
      (
        (random) => () =>
          random.between(0, 999)
      )(createRandom(seed)),
    );
  expect(draw('a')).toEqual(draw('a'));
  expect(draw('a')).not.toEqual(draw('b'));
});

it('keeps a fork apart from what is drawn beside it', () => {
  const [quiet, busy] = [createRandom('a'), createRandom('a')];
  for (let draws = 0; draws < 10; draws += 1) busy.fraction();
  expect(busy.fork('names').fraction()).toBe(quiet.fork('names').fraction());
  expect(quiet.fork('names').fraction()).not.toBe(quiet.fork('days').fraction());
});

it('stays within its bounds and reaches both ends', () => {
  const random = createRandom('bounds');
  const draws = Array.from({ length: 500 }, () => random.between(3, 5));
  expect([...new Set(draws)].sort()).toEqual([3, 4, 5]);
  const days = Array.from({ length: 200 }, () => random.dayWithin(['2024-02-28', '2024-03-01']));
  expect([...new Set(days)].sort()).toEqual(['2024-02-28', '2024-02-29', '2024-03-01']);
});

it('picks by weight, and never what weighs nothing', () => {
  const random = createRandom('weights');
  const draws = Array.from({ length: 4_000 }, () => random.pickByWeight({ rare: 1, never: 0, usual: 3 }));
  expect(draws).not.toContain('never');
  expect(Math.abs(draws.filter((draw) => draw === 'rare').length / 4_000 - 0.25)).toBeLessThan(0.03);
});

it('shuffles a copy that has every element once', () => {
  const list = Array.from({ length: 50 }, (_, index) => index);
  const shuffled = createRandom('order').shuffle(list);
  expect(shuffled).not.toEqual(list);
  expect([...shuffled].sort((a, b) => a - b)).toEqual(list);
});

it('refuses an element that is not there', () => {
  expect(() => at(['a'], 1)).toThrow(new RangeError('no element 1 in a list of 1'));
});
