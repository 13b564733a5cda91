import { formalRollNumber, parseRollNumber } from './roll-number.ts';

it.each([
  ['G640121201409152243', 'FORMAL'],
  ['L64012120130606008X', 'TEMPORARY'],
  ['J640121201503010014', 'WITHOUT_IDENTITY_NUMBER'],
])('%s is %s', (number, kind) => {
  expect(parseRollNumber(number)).toEqual({ number, kind });
});

it('accepts small letters and full width', () => {
  expect(parseRollNumber('ｇ６４０１２１２０１３０６０６００８x')).toEqual({
    number: 'G64012120130606008X',
    kind: 'FORMAL',
  });
});

it.each([
  '',
  '640121201409152243',
  'A640121201409152243',
  'G64012120140915224',
  'G6401212014091522433',
  'GX40121201409152243',
])('reads no roll number in %s', (text) => {
  expect(parseRollNumber(text)).toBeNull();
});

it('is G and the identity number once that is verified', () => {
  expect(formalRollNumber('64012120130606008x')).toBe('G64012120130606008X');
});
