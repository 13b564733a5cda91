import fc from 'fast-check';

import { addDays } from '@bureau/calendar';

import { composeResidentNumber, normaliseResidentNumber, parseResidentNumber } from './resident-number.ts';

const TODAY = '2024-12-05';
const bodies = fc.record({
  division: fc.integer({ min: 0, max: 999_999 }).map((code) => String(code).padStart(6, '0')),
  bornOn: fc.integer({ min: 0, max: 45_000 }).map((days) => addDays('1901-01-01', days)),
  sequence: fc.integer({ min: 0, max: 999 }),
});

describe('identity numbers', () => {
  it.each([
    ['640121201503010014', '2015-03-01', 'MALE'],
    ['640121201409152243', '2014-09-15', 'FEMALE'],
    ['640121201201013033', '2012-01-01', 'MALE'],
    ['640121201107201185', '2011-07-20', 'FEMALE'],
    ['640121201002280470', '2010-02-28', 'MALE'],
    ['64012120130606008X', '2013-06-06', 'FEMALE'],
  ])('%s is born on %s, %s', (number, bornOn, sex) => {
    expect(parseResidentNumber(number, TODAY)).toEqual({
      number,
      division: '640121',
      bornOn,
      sequence: number.slice(14, 17),
      sex,
    });
  });

  it('accepts what a clerk types: full width, blanks, a small x', () => {
    expect(normaliseResidentNumber(' ６４０１２１ 20130606 008x')).toBe('64012120130606008X');
    expect(parseResidentNumber('６４０１２１２０１３０６０６００８ｘ', TODAY)).toMatchObject({
      number: '64012120130606008X',
    });
  });

  it.each([
    ['', 'LengthNot18'],
    ['64012120130606008', 'LengthNot18'],
    ['640121130606008', 'LengthNot18'],
    ['64012120130606008X1', 'LengthNot18'],
    ['64012120130606O08X', 'CharacterNotAllowed'],
    ['6401212013060600X8', 'CharacterNotAllowed'],
    ['64012120130606008Y', 'CharacterNotAllowed'],
    ['640121201302290089', 'BirthDayImpossible'],
    ['640121201313060080', 'BirthDayImpossible'],
    ['640121201503010015', 'CheckCharacterWrong'],
    ['64012120150301001X', 'CheckCharacterWrong'],
  ])('refuses %s: %s', (text, refusal) => {
    expect(parseResidentNumber(text, TODAY)).toEqual({ refusal });
  });

  it('refuses a birth after today, not one of today', () => {
    const number = composeResidentNumber('640121', '2024-12-06', 1);
    expect(parseResidentNumber(number, '2024-12-05')).toEqual({ refusal: 'BirthDayInFuture' });
    expect(parseResidentNumber(number, '2024-12-06')).toMatchObject({ bornOn: '2024-12-06' });
  });

  it('reads what it composes', () => {
    fc.assert(
      fc.property(bodies, ({ division, bornOn, sequence }) => {
        expect(parseResidentNumber(composeResidentNumber(division, bornOn, sequence), TODAY)).toMatchObject({
          division,
          bornOn,
          sequence: String(sequence).padStart(3, '0'),
          sex: sequence % 2 === 1 ? 'MALE' : 'FEMALE',
        });
      }),
    );
  });

  it('notices every single wrong digit and every swap of neighbours', () => {
    fc.assert(
      fc.property(bodies, fc.integer({ min: 0, max: 16 }), fc.integer({ min: 1, max: 9 }), (body, at, by) => {
        const number = composeResidentNumber(body.division, body.bornOn, body.sequence);
        const digit = String((Number(number[at]) + by) % 10);
        expect(parseResidentNumber(number.slice(0, at) + digit + number.slice(at + 1), '9999-12-31')).toHaveProperty(
          'refusal',
        );

        const [left = '', right = ''] = number.slice(at, at + 2);
        fc.pre(left !== right);
        expect(
          parseResidentNumber(number.slice(0, at) + right + left + number.slice(at + 2), '9999-12-31'),
        ).toHaveProperty('refusal');
      }),
    );
  });

  it.each([
    ['64012', '2015-03-01', 1],
    ['640121', '2015-02-30', 1],
    ['640121', '2015-03-01', 1000],
    ['640121', '2015-03-01', -1],
    ['640121', '2015-03-01', 1.5],
  ])('composes none of %s, %s, %d', (division, bornOn, sequence) => {
    expect(() => composeResidentNumber(division, bornOn, sequence)).toThrow(RangeError);
  });
});
