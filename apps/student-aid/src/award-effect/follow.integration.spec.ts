import { addDays } from '@bureau/calendar';
import type { RollStatus } from '@bureau/codes';
import fc from 'fast-check';
import type { AidAward } from '../award/aid-award.entity.ts';
import { EntitlementRepository } from '../entitlement/entitlement.repository.ts';
import { type Bench, openBench } from '../seed/bench.seed.ts';
import { feed, standing } from '../seed/feed.seed.ts';
import { GrantingSeed, type SeededChild } from '../seed/granting.seed.ts';
import type { Place, SeededAward } from '../seed/aid.seed.ts';

const COUNTY = '640121';
const TERM = { from: '2024-02-26', to: '2024-07-05' };

let bench: Bench;
let granting: GrantingSeed;
let place: Place;
let child: SeededChild;
let award: SeededAward;
beforeAll(async () => {
  bench = await openBench();
  granting = new GrantingSeed(bench, COUNTY);
  place = bench.seed.place(COUNTY);
  await bench.seed.term(COUNTY);
  await bench.seed.programme(COUNTY, 'CE_LIVING_D');
  await bench.seed.rate(COUNTY, 'CE_LIVING_D');
  await granting.categories();
  await granting.policies();
  await granting.eligibility('CE_LIVING_D', { level: 'HARD' });
});
beforeEach(async () => {
  child = await granting.child(place);
  await granting.recognition(child);
  await bench.seed.account(place, child.id);
  award = await bench.seed.award(place, 'CE_LIVING_D', { studentId: child.id });
  await feed(bench, COUNTY, [standing(child, { version: 2, effectiveOn: '2023-09-01' })], '2024-04-15');
});
afterAll(() => bench.close());

const tell = (version: number, effectiveOn: string, rollStatus: RollStatus, day = '2024-05-20') =>
  feed(bench, COUNTY, [standing(child, { version, effectiveOn, rollStatus })], day);

const seen = async () => {
  const { data, errors } = await bench.desk.as({ roles: ['student-aid-office'] })(
    `query ($id: ID!) { aidAward(id: $id) { state amount covers { from to }
      effects { id event rule ruleVersion fromState toState fromAmount toAmount undoReason version }
      recoveries { amount reason state } } }`,
    { id: award.globalId },
  );
  expect(errors).toBeUndefined();
  return data?.['aidAward'] as {
    state: string;
    amount: string;
    covers: object[] | null;
    effects: { id: string; version: number }[];
    recoveries: object[];
  };
};

const undo = async (effect: { id: string; version: number } | undefined, reason = '信息有误') => {
  const { data, errors } = await bench.desk.as({ roles: ['student-aid-office'] })(
    `mutation ($input: AidAwardEffectUndoInput!) { aidAwardEffectUndo(input: $input) { effect { undoReason version } userErrors { __typename } } }`,
    { input: { effect: effect?.id, version: effect?.version, reason } },
  );
  expect(errors).toBeUndefined();
  return data?.['aidAwardEffectUndo'];
};

it('a child that leaves after the freeze date has the days before; the effect names its cause, and is undone', async () => {
  const [event] = await tell(3, '2024-05-13', 'TRANSFERRED_OUT');
  const left = await seen();
  expect(left).toMatchObject({
    state: 'GRANTED',
    amount: '367.37',
    covers: [{ from: TERM.from, to: '2024-05-12' }],
    effects: [
      {
        event,
        rule: 'roll.transferred_out',
        ruleVersion: '1',
        fromState: 'GRANTED',
        toState: 'GRANTED',
        fromAmount: '625.00',
        toAmount: '367.37',
      },
    ],
    recoveries: [],
  });
  expect(await undo(left.effects[0])).toEqual({ effect: { undoReason: '信息有误', version: 2 }, userErrors: [] });
  expect(await seen()).toMatchObject({
    state: 'GRANTED',
    amount: '625.00',
    covers: [TERM],
    effects: [{ undoReason: '信息有误' }],
  });
  expect(await undo(left.effects[0])).toEqual({
    effect: { undoReason: '信息有误', version: 2 },
    userErrors: [{ __typename: 'AidSubjectChanged' }, { __typename: 'AidStepNotOpen' }],
  });
});

it('a child that had left by the freeze date has nothing, and it comes back with it', async () => {
  await tell(3, '2024-04-15', 'TRANSFERRED_OUT');
  expect(await seen()).toMatchObject({ state: 'STOPPED', amount: '625.00', covers: [] });
  await tell(4, '2024-04-15', 'ACTIVE');
  expect(await seen()).toMatchObject({
    state: 'GRANTED',
    amount: '625.00',
    covers: [TERM],
    effects: [{}, { rule: 'roll.restored' }],
  });
});

it('a suspension holds aid until the child is back', async () => {
  await tell(3, '2024-05-13', 'SUSPENDED');
  expect(await seen()).toMatchObject({ state: 'HELD', amount: '367.37' });
  await tell(4, '2024-06-03', 'ACTIVE');
  expect(await seen()).toMatchObject({
    state: 'GRANTED',
    amount: '524.81',
    covers: [
      { from: TERM.from, to: '2024-05-12' },
      { from: '2024-06-03', to: TERM.to },
    ],
  });
});

it('a suspected dropout never loses aid by itself', async () => {
  await feed(
    bench,
    COUNTY,
    [standing(child, { version: 3, effectiveOn: '2024-05-13', attendancePlacement: 'SUSPECTED_DROPOUT' })],
    '2024-05-13',
  );
  expect(await seen()).toMatchObject({ state: 'GRANTED', amount: '625.00', effects: [], recoveries: [] });
});

it.each([
  ['DECEASED', 'DECEASED'],
  ['TRANSFERRED_OUT', 'LEFT'],
] as const)('%s after payment opens a recovery, once; undone, it is withdrawn', async (status, reason) => {
  await bench.seed.payment(award);
  await tell(3, '2024-05-13', status);
  const told = await seen();
  expect(told).toMatchObject({
    amount: '625.00',
    covers: [{ from: TERM.from, to: '2024-05-12' }],
    recoveries: [{ amount: '257.63', reason, state: 'OPEN' }],
  });
  await tell(4, '2024-05-01', status);
  expect(await seen()).toMatchObject({ recoveries: [{ amount: '314.89', reason, state: 'OPEN' }] });
  const [first, second] = (await seen()).effects;
  await undo(second);
  expect(await seen()).toMatchObject({ recoveries: [{ amount: '257.63', state: 'OPEN' }] });
  await undo(first);
  expect(await seen()).toMatchObject({ amount: '625.00', covers: [TERM], recoveries: [{ state: 'WITHDRAWN' }] });
});

it('an award in a batch that was not sent is held, and the gate says so', async () => {
  await bench.seed.payment(award, { state: 'PENDING' });
  const wrong = () =>
    bench.database.dataSource.transaction(async (manager) => {
      await manager.query(
        `SELECT set_config('bureau.county', $1, true), set_config('bureau.township', '', true), set_config('bureau.school', '', true), set_config('bureau.class', '', true)`,
        [COUNTY],
      );
      return new EntitlementRepository(manager, COUNTY).listWrong([award.id], '2024-05-20');
    });
  expect(await wrong()).toEqual([]);
  await tell(3, '2024-05-13', 'TRANSFERRED_OUT');
  expect(await seen()).toMatchObject({ state: 'HELD', amount: '625.00', recoveries: [] });
  expect(await wrong()).toEqual([{ awardId: award.id, reasons: ['HELD'] }]);
});

it('the same event twice, and an old one after it, change nothing more', async () => {
  await tell(3, '2024-05-13', 'TRANSFERRED_OUT');
  const before = await seen();
  await tell(3, '2024-05-13', 'TRANSFERRED_OUT');
  await tell(2, '2023-09-01', 'ACTIVE');
  expect(await seen()).toEqual(before);
});

const STATUSES: RollStatus[] = [
  'ACTIVE',
  'ACTIVE',
  'SUSPENDED',
  'TRANSFERRED_OUT',
  'DECEASED',
  'DROPPED_OUT',
  'CANCELLED',
];
const turn = fc.record({ day: fc.integer({ min: -20, max: 150 }), status: fc.constantFrom(...STATUSES) });
const orders = fc
  .array(turn, { minLength: 1, maxLength: 5 })
  .map((turns) =>
    turns.map((one, at) => ({ version: at + 3, effectiveOn: addDays(TERM.from, one.day), rollStatus: one.status })),
  )
  .chain((turns) => fc.tuple(fc.constant(turns), fc.shuffledSubarray(turns, { minLength: turns.length })));

it('paid days are days on the roll, whatever the events and their order', async () => {
  await fc.assert(
    fc.asyncProperty(orders, async ([inOrder, shuffled]) => {
      const twins: AidAward[] = [];
      for (const turns of [inOrder, shuffled]) {
        const twin = await granting.child(place);
        const granted = await bench.seed.award(place, 'CE_LIVING_D', {
          studentId: twin.id,
          covers: '{[2024-02-26,2024-07-06)}',
        });
        for (const given of turns) await feed(bench, COUNTY, [standing(twin, given)], '2024-05-20');
        const [row] = (await bench.database.arrange(
          `SELECT state, amount_fen, covers::text FROM aid_award WHERE id = $1`,
          [granted.id],
        )) as AidAward[];
        const off = await bench.database.arrange(
          `SELECT day::date FROM aid_award, unnest(covers) AS span, generate_series(lower(span), upper(span) - 1, '1 day') AS day
           WHERE id = $1 AND (
             SELECT roll_status FROM student_standing WHERE student_id = $2 AND effective_on <= day ORDER BY version DESC LIMIT 1
           ) <> 'ACTIVE'`,
          [granted.id, twin.id],
        );
        expect(off).toEqual([]);
        if (row) twins.push(row);
      }
      expect(twins[0]?.state).toBe(twins[1]?.state);
      if (twins[0]?.state !== 'STOPPED') expect(twins[0]).toEqual(twins[1]);
    }),
    { numRuns: process.env.DEEP ? 300 : 12 },
  );
});
