import { addDays, daysBetween } from '@bureau/calendar';
import { ROLL_STATUSES, type RollStatus } from '@bureau/codes';
import fc from 'fast-check';
import {
  awardUnder,
  countDays,
  type Policy,
  policyFor,
  proratedFen,
  type RollEffect,
  type Standing,
  standingOn,
} from './standing.rules.ts';

const TERM = { startsOn: '2024-02-26', endsOn: '2024-07-05', freezeOn: '2024-04-15' };
const EFFECTS: Partial<Record<RollStatus, RollEffect>> = {
  SUSPENDED: 'HOLD',
  DROPPED_OUT: 'HOLD',
  MISSING: 'HOLD',
  TRANSFERRED_OUT: 'PRORATE',
  ABROAD: 'PRORATE',
  DECEASED: 'PRORATE',
  CANCELLED: 'STOP',
};
const policies: Policy[] = Object.entries(EFFECTS).map(([rollStatus, effect]) => ({
  rollStatus: rollStatus as RollStatus,
  effect,
  validFrom: '2020-01-01',
  rule: `roll.${rollStatus.toLowerCase()}`,
  ruleVersion: '1',
}));
const told = (...standings: [string, RollStatus][]): Standing[] =>
  standings.map(([effectiveOn, rollStatus], at) => ({ version: at + 1, effectiveOn, rollStatus }));
const under = (...standings: [string, RollStatus][]) => {
  const { state, covers, cause } = awardUnder(told(...standings), policies, TERM);
  return { state, covers: covers.map(({ from, to }) => `${from}..${to}`), cause: cause?.policy.rule ?? null };
};

it.each([
  ['nothing was told', [], 'GRANTED', ['2024-02-26..2024-07-05'], null],
  ['it is on the roll', [['2023-09-01', 'ACTIVE']], 'GRANTED', ['2024-02-26..2024-07-05'], null],
  [
    'it left the day after the freeze',
    [
      ['2023-09-01', 'ACTIVE'],
      ['2024-04-16', 'TRANSFERRED_OUT'],
    ],
    'GRANTED',
    ['2024-02-26..2024-04-15'],
    'roll.transferred_out',
  ],
  [
    'it left on the freeze date',
    [
      ['2023-09-01', 'ACTIVE'],
      ['2024-04-15', 'TRANSFERRED_OUT'],
    ],
    'STOPPED',
    [],
    'roll.transferred_out',
  ],
  [
    'it left, and was back by the freeze',
    [
      ['2024-03-01', 'TRANSFERRED_OUT'],
      ['2024-04-15', 'ACTIVE'],
    ],
    'GRANTED',
    ['2024-02-26..2024-02-29', '2024-04-15..2024-07-05'],
    'roll.transferred_out',
  ],
  ['it left the day after the term', [['2024-07-06', 'TRANSFERRED_OUT']], 'GRANTED', ['2024-02-26..2024-07-05'], null],
  [
    'it left on the last day',
    [['2024-07-05', 'TRANSFERRED_OUT']],
    'GRANTED',
    ['2024-02-26..2024-07-04'],
    'roll.transferred_out',
  ],
  ['it is suspended', [['2024-05-01', 'SUSPENDED']], 'HELD', ['2024-02-26..2024-04-30'], 'roll.suspended'],
  [
    'it came back from suspension',
    [
      ['2024-05-01', 'SUSPENDED'],
      ['2024-06-01', 'ACTIVE'],
    ],
    'GRANTED',
    ['2024-02-26..2024-04-30', '2024-06-01..2024-07-05'],
    'roll.suspended',
  ],
  ['it died', [['2024-06-10', 'DECEASED']], 'GRANTED', ['2024-02-26..2024-06-09'], 'roll.deceased'],
  ['its roll was cancelled', [['2024-06-10', 'CANCELLED']], 'STOPPED', [], 'roll.cancelled'],
  ['it dropped out before the term', [['2023-12-01', 'DROPPED_OUT']], 'STOPPED', [], 'roll.dropped_out'],
  [
    'the departure was told later, for an earlier day',
    [
      ['2024-05-20', 'SUSPENDED'],
      ['2024-05-10', 'TRANSFERRED_OUT'],
    ],
    'GRANTED',
    ['2024-02-26..2024-05-09'],
    'roll.transferred_out',
  ],
  ['a status without a policy', [['2024-05-01', 'PRE_REGISTERED']], 'GRANTED', ['2024-02-26..2024-07-05'], null],
] as [string, [string, RollStatus][], string, string[], string | null][])(
  '%s',
  (_, standings, state, covers, cause) => {
    expect(under(...standings)).toEqual({ state, covers, cause });
  },
);

it('a policy holds from its day on', () => {
  const later: Policy = {
    ...policies[3],
    rollStatus: 'TRANSFERRED_OUT',
    effect: 'CONTINUE',
    validFrom: '2024-05-01',
    rule: 'later',
    ruleVersion: '2',
  };
  expect(policyFor([...policies, later], 'TRANSFERRED_OUT', '2024-04-30')?.effect).toBe('PRORATE');
  expect(policyFor([...policies, later], 'TRANSFERRED_OUT', '2024-05-01')?.effect).toBe('CONTINUE');
  expect(policyFor(policies, null, '2024-05-01')).toBeNull();
});

it.each([
  ['62500', ['2024-02-26', '2024-07-05'], 62500n],
  ['62500', ['2024-02-26', '2024-04-15'], 23855n],
  ['100', ['2024-02-26', '2024-02-26'], 1n],
  ['50', ['2024-02-26', '2024-02-26'], null],
  ['9223372036854775807', ['2024-02-26', '2024-07-05'], 9223372036854775807n],
] as const)('%s fen for %j is %s', (fen, [from, to], part) => {
  expect(proratedFen(BigInt(fen), [{ from, to }], TERM)).toBe(part);
});

const standing = fc.record({
  effectiveOn: fc.integer({ min: -40, max: 170 }).map((days) => addDays(TERM.startsOn, days)),
  rollStatus: fc.constantFrom(...ROLL_STATUSES),
});
const histories = fc
  .array(standing, { maxLength: 8 })
  .map((all) => all.map((one, at): Standing => ({ ...one, version: at + 1 })))
  .chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })));

it('paid days are days on the roll, and the same whatever the order in which the events came', () => {
  fc.assert(
    fc.property(histories, ([inOrder, shuffled]) => {
      const decision = awardUnder(inOrder, policies, TERM);
      expect(awardUnder(shuffled, policies, TERM)).toEqual(decision);
      for (const { from, to } of decision.covers)
        for (let day = from; day <= to; day = addDays(day, 1)) {
          const effect = EFFECTS[standingOn(inOrder, day)?.rollStatus ?? 'ACTIVE'] ?? 'CONTINUE';
          expect([day, effect]).toEqual([day, 'CONTINUE']);
          expect(day >= TERM.startsOn && day <= TERM.endsOn).toBe(true);
        }
      expect(countDays(decision.covers)).toBeLessThanOrEqual(daysBetween(TERM.startsOn, TERM.endsOn) + 1);
      expect(decision.covers.length === 0).toBe(decision.state === 'STOPPED');
    }),
    { numRuns: process.env.DEEP ? 20_000 : 500 },
  );
});
