import { Kind } from 'graphql';
import { scalars } from './scalars.ts';

const accepts: [keyof typeof scalars, string][] = [
  ['Date', '2024-02-29'],
  ['Date', '0001-01-01'],
  ['YearMonth', '2024-12'],
  ['Fen', '9223372036854775807'],
  ['Fen', '-9223372036854775808'],
  ['Fen', '0'],
  ['Yuan', '0.05'],
  ['Yuan', '-12.30'],
];
it.each(accepts)('%s takes %s as variable and as literal', (name, value) => {
  expect(scalars[name].parseValue(value)).toBe(value);
  expect(scalars[name].parseLiteral({ kind: Kind.STRING, value })).toBe(value);
  expect(scalars[name].serialize(value)).toBe(value);
});

const refuses: [keyof typeof scalars, unknown][] = [
  ['Date', '2023-02-29'],
  ['Date', '2024-2-9'],
  ['Date', '0000-01-01'],
  ['Date', 20240229],
  ['Date', '2024-09-01T00:00:00Z'],
  ['DateTime', '2024-09-01'],
  ['DateTime', '2024-02-30T00:00:00Z'],
  ['DateTime', '2024-09-01T25:00:00Z'],
  ['YearMonth', '2024-13'],
  ['Fen', '9223372036854775808'],
  ['Fen', '1.5'],
  ['Fen', 12],
  ['Fen', '-'],
  ['Yuan', '12.3'],
  ['Yuan', '1e3'],
  ['Yuan', '01.00'],
];
it.each(refuses)('%s refuses %p and says what it wants', (name, value) => {
  expect(() => scalars[name].parseValue(value)).toThrow(new RegExp(`^${name} wants `));
});

it('serialises an instant in UTC, whatever zone it came in', () => {
  const instant = scalars.DateTime.parseValue('2024-12-05T09:30:00+08:00');
  expect(scalars.DateTime.serialize(instant)).toBe('2024-12-05T01:30:00.000Z');
});

it('serialises fen of a bigint column without loss', () => {
  expect(scalars.Fen.serialize(9007199254740993n)).toBe('9007199254740993');
});

it('a row that holds what the scalar is not is a fault of ours, not of the caller', () => {
  expect(() => scalars.Date.serialize('2024-9-1')).toThrow('A row holds what is no Date.');
  expect(() => scalars.DateTime.serialize('soon')).toThrow('A row holds what is no DateTime.');
});
