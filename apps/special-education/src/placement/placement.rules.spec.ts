import { isInForce, lapsesOn, placementOn } from './placement.rules.ts';

const lasting = { startedOn: '2024-09-01', endedOn: null, expiresOn: null };
const ended = { startedOn: '2023-09-01', endedOn: '2024-08-26', expiresOn: null };
const deferral = { startedOn: '2024-09-01', endedOn: null, expiresOn: '2025-09-01' };

it.each([
  [lasting, '2024-08-31', false],
  [lasting, '2024-09-01', true],
  [lasting, '2099-01-01', true],
  [ended, '2024-08-25', true],
  [ended, '2024-08-26', false],
  [deferral, '2025-08-31', true],
  [deferral, '2025-09-01', false],
])('%p is in force on %s: %p', (placement, day, expected) => {
  expect(isInForce(placement, day)).toBe(expected);
});

it.each([
  [lasting, null],
  [ended, '2024-08-26'],
  [deferral, '2025-09-01'],
  [{ ...deferral, endedOn: '2025-03-01' }, '2025-03-01'],
  [{ ...deferral, endedOn: '2025-12-01' }, '2025-09-01'],
])('%p lapses on %s', (placement, day) => {
  expect(lapsesOn(placement)).toBe(day);
});

it.each([
  ['2023-08-31', null],
  ['2023-09-01', ended],
  ['2024-08-26', null],
  ['2024-08-31', null],
  ['2024-09-01', deferral],
  ['2025-09-01', null],
])('on %s the child is in %p', (day, placement) => {
  expect(placementOn([ended, deferral], day)).toBe(placement);
});
