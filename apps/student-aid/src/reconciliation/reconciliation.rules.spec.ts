import { agrees } from './reconciliation.rules.ts';

const same = { entitlementFen: '5', batchFen: '5', bankFen: '5', ledgerFen: '5' };

it.each([
  [same, 0, true],
  [same, 1, false],
  [{ ...same, entitlementFen: '6' }, 0, false],
  [{ ...same, batchFen: '6' }, 0, false],
  [{ ...same, bankFen: '6' }, 0, false],
  [{ ...same, ledgerFen: '6' }, 0, false],
])('%p with %d witnesses agrees: %p', (sides, witnesses, expected) => {
  expect(agrees(sides, witnesses)).toBe(expected);
});
