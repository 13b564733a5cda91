import { certificateNumber, isLastGrade, isLeftOver, isPromoted, promotionRefusals } from './promotion.rules.ts';

it.each([
  ['2024-06-30', 0, ['YEAR_NOT_NEAR']],
  ['2024-07-01', 0, []],
  ['2025-06-30', 0, []],
  ['2025-07-01', 0, ['YEAR_NOT_NEAR']],
  ['2024-08-20', 3, ['TRANSFERS_OPEN']],
])('promotion into 2024 on %s with %i open transfers is refused with %j', (today, openTransfers, expected) => {
  expect(promotionRefusals({ schoolYear: 2024, today, openTransfers }).map(({ code }) => code)).toEqual(expected);
});

it.each([
  ['PRIMARY', 2019, true, false],
  ['PRIMARY', 2018, false, true],
  ['PRIMARY', 2023, true, false],
  ['PRIMARY', 2024, false, false],
  ['JUNIOR_SECONDARY', 2022, true, false],
  ['JUNIOR_SECONDARY', 2021, false, true],
] as const)('into 2024 a %s child that entered in %i goes up: %p, is left over: %p', (stage, entryYear, up, over) => {
  expect([isPromoted({ stage, entryYear }, 2024), isLeftOver({ stage, entryYear }, 2024)]).toEqual([up, over]);
});

it('the last grade is the sixth of primary and the third of the others', () => {
  const last = ([2017, 2018, 2019] as const).map((entryYear) => isLastGrade({ stage: 'PRIMARY', entryYear }, 2023));
  expect(last).toEqual([false, true, false]);
  expect(isLastGrade({ stage: 'JUNIOR_SECONDARY', entryYear: 2021 }, 2023)).toBe(true);
});

it('a certificate number says county, year and stage, then counts', () => {
  expect(certificateNumber('640121', { year: 2024, stage: 'JUNIOR_SECONDARY', serial: 37 })).toBe('6401212024300037');
});
