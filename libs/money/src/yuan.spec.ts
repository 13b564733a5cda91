import fc from 'fast-check';

import { formatYuan, MAX_FEN, MIN_FEN, parseYuan } from './yuan.ts';

it.each([
  ['3322600.00', 332_260_000n],
  ['312.50', 31_250n],
  ['312.5', 31_250n],
  ['0', 0n],
  ['0.01', 1n],
  ['92233720368547758.07', MAX_FEN],
])('reads %s yuan as %s fen', (text, fen) => {
  expect(parseYuan(text)).toEqual({ fen });
});

it.each([
  ['', 'NotAnAmount'],
  [' 1', 'NotAnAmount'],
  ['1 ', 'NotAnAmount'],
  ['+1', 'NotAnAmount'],
  ['01', 'NotAnAmount'],
  ['.5', 'NotAnAmount'],
  ['5.', 'NotAnAmount'],
  ['1,000.00', 'NotAnAmount'],
  ['1e3', 'NotAnAmount'],
  ['1.2.3', 'NotAnAmount'],
  ['１', 'NotAnAmount'],
  ['NaN', 'NotAnAmount'],
  ['0.001', 'FractionOfFen'],
  ['1.500', 'FractionOfFen'],
  ['-0.01', 'NegativeAmount'],
  ['92233720368547758.08', 'AmountTooLarge'],
  ['9'.repeat(100_000), 'AmountTooLarge'],
])('refuses %.24s: %s', (text, refusal) => {
  expect(parseYuan(text)).toEqual({ refusal });
});

it('reads negative amounts only where they are allowed, down to the last fen of a bigint', () => {
  expect(parseYuan('-312.50', { negative: 'ALLOWED' })).toEqual({ fen: -31_250n });
  expect(parseYuan('-92233720368547758.08', { negative: 'ALLOWED' })).toEqual({ fen: MIN_FEN });
  expect(parseYuan('-92233720368547758.09', { negative: 'ALLOWED' })).toEqual({ refusal: 'AmountTooLarge' });
});

it.each([
  [0n, '0.00'],
  [1n, '0.01'],
  [10n, '0.10'],
  [-5n, '-0.05'],
  [332_260_000n, '3322600.00'],
])('writes %s fen as %s', (fen, text) => {
  expect(formatYuan(fen)).toBe(text);
});

it('reads what it writes', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: MIN_FEN, max: MAX_FEN }), (fen) => {
      expect(parseYuan(formatYuan(fen), { negative: 'ALLOWED' })).toEqual({ fen });
    }),
  );
});
