import type { Place } from '../seed/aid.seed.ts';
import { type Bench, openBench } from '../seed/bench.seed.ts';
import { CLERK, LEADER, MoneySeed } from '../seed/money.seed.ts';

const COUNTY = '640121';

let bench: Bench;
let money: MoneySeed;
let fund: string;
let places: [Place, Place];
beforeAll(async () => {
  bench = await openBench();
  money = new MoneySeed(bench, COUNTY);
});
beforeEach(async () => {
  await money.wipe();
  await bench.seed.term(COUNTY);
  fund = await money.open('250000');
  places = [bench.seed.place(COUNTY), bench.seed.place(COUNTY, '102')];
  await money.awards(places[0], 2);
  await money.awards(places[1], 1);
});
afterAll(() => bench.close());

const parts = (): [Place, number][] => [
  [places[0], 2],
  [places[1], 1],
];
const rows = async (table: string) => bench.database.arrange(`SELECT * FROM ${table} ORDER BY 1, 2`);
const balances = async () => {
  const [row] = (await bench.database.arrange('SELECT balances FROM fund')) as { balances: string[] }[];
  return row?.balances;
};
const states = async () =>
  ((await bench.database.arrange('SELECT state FROM payment ORDER BY sequence')) as { state: string }[]).map(
    ({ state }) => state,
  );

it('a batch goes from its list to the treasury, and its money with it', async () => {
  const { batch, errors } = await money.create(fund, 3);
  expect(errors).toEqual([]);
  expect(batch).toMatchObject({ number: '2024-00001', state: 'DRAFT', version: 1 });
  expect(await balances()).toEqual(['250000', '250000', '0', '0', '0', '0', '0']);
  expect(await money.bring(batch, 'approve', parts())).toMatchObject({ state: 'LEADER_APPROVED', version: 6 });
  expect(await balances()).toEqual(['250000', '62500', '187500', '0', '0', '0', '0']);
  const { data } = await money.as(CLERK)(
    `query ($id: ID!) { disbursementBatch(id: $id) {
      declaredCount declaredAmount paymentAmount schoolCount confirmedCount isOverdue payBy
      schools { paymentCount amountFen confirmedBy } steps { act toState doneBy roles } funding { share fund { id } }
    } }`,
    { id: batch.id },
  );
  expect(data?.disbursementBatch).toMatchObject({
    declaredCount: 3,
    declaredAmount: '1875.00',
    paymentAmount: '1875.00',
    schoolCount: 2,
    confirmedCount: 2,
    isOverdue: false,
    payBy: '2024-06-30',
    funding: [{ share: 1, fund: { id: fund } }],
    steps: [
      { act: 'lock', toState: 'LIST_LOCKED', doneBy: 'clerk', roles: ['student-aid-office'] },
      { act: 'confirm', toState: 'LIST_LOCKED', roles: ['principal'] },
      { act: 'confirm', toState: 'SCHOOL_CONFIRMED', roles: ['principal'] },
      { act: 'audit', toState: 'AID_CENTRE_AUDITED', doneBy: 'clerk' },
      { act: 'approve', toState: 'LEADER_APPROVED', doneBy: 'leader', roles: ['deputy-director'] },
    ],
  });
});

it('payments have references of their own, in the order of the list', async () => {
  const { batch } = await money.create(fund, 3);
  expect(
    await bench.database.arrange('SELECT end_to_end_reference AS reference, sequence FROM payment ORDER BY sequence'),
  ).toEqual([1, 2, 3].map((sequence) => ({ reference: `640121-${batch.number}-00000${sequence}`, sequence })));
});

describe('the totals that were declared', () => {
  it.each([
    [2, '125000'],
    [4, '250000'],
    [3, '187499'],
    [3, '187501'],
  ])(
    '%d payments of %s fen are not the 3 of 187500: refused, and nothing is made',
    async (declaredCount, declaredAmountFen) => {
      const { batch, errors } = await money.create(fund, declaredCount, { declaredAmountFen });
      expect({ batch, errors }).toEqual({
        batch: null,
        errors: [{ code: 'DECLARED_TOTALS_DIFFER', count: 3, amountFen: '187500' }],
      });
      expect([await rows('payment'), await rows('disbursement_batch')]).toEqual([[], []]);
    },
  );

  it('a dry run makes nothing either', async () => {
    expect(await money.create(fund, 3, { dryRun: true })).toEqual({ batch: null, errors: [] });
    expect(await rows('payment')).toEqual([]);
  });

  it.each(['1.5', '-1'])('%s fen are none', async (declaredAmountFen) => {
    const asked = money.create(fund, 3, { declaredAmountFen });
    if (declaredAmountFen === '-1') expect((await asked).errors).toMatchObject([{ code: 'DECLARED_TOTALS_DIFFER' }]);
    else await expect(asked).rejects.toThrow('BAD_USER_INPUT');
    expect(await rows('payment')).toEqual([]);
  });
});

it('the same key twice, and eight times at once, makes one batch and gives the same answer', async () => {
  const input = { idempotencyKey: 'spring' };
  const first = await money.create(fund, 3, input);
  const again = await Promise.all(Array.from({ length: 8 }, () => money.create(fund, 3, input)));
  expect(again.map(({ batch }) => batch.id)).toEqual(again.map(() => first.batch.id));
  const atOnce = await Promise.all(
    Array.from({ length: 8 }, () =>
      money.create(fund, 0, { schools: [], declaredAmountFen: '0', idempotencyKey: 'none' }),
    ),
  );
  expect(new Set(atOnce.map((one) => JSON.stringify(one))).size).toBe(1);
  expect(await rows('disbursement_batch')).toHaveLength(1);
});

it('eight batches at once without a key: one gets the awards, the others find nothing left', async () => {
  const all = await Promise.all(Array.from({ length: 8 }, () => money.create(fund, 3)));
  expect(all.filter(({ errors }) => errors.length === 0)).toHaveLength(1);
  expect(all.filter(({ errors }) => errors[0]?.['code'] === 'DISBURSEMENT_EMPTY')).toHaveLength(7);
  expect(await rows('payment')).toHaveLength(3);
});

describe('four eyes', () => {
  const maker = { sub: 'clerk', roles: ['deputy-director'] };

  it('who made the batch does not approve it under another role', async () => {
    const { batch } = await money.create(fund, 3);
    const { id, version } = await money.bring(batch, 'audit', parts());
    const before = [await rows('disbursement_batch'), await balances(), await rows('disbursement_step')];
    expect(await money.act(maker, 'disbursementBatchApprove', { batch: id, version })).toMatchObject({
      errors: [{ code: 'APPROVER_MADE_BATCH' }],
    });
    expect([await rows('disbursement_batch'), await balances(), await rows('disbursement_step')]).toEqual(before);
    const asked = `query ($id: ID!) { disbursementBatch(id: $id) { viewerMayApprove } }`;
    expect((await money.as(maker)(asked, { id })).data).toEqual({ disbursementBatch: { viewerMayApprove: false } });
    expect((await money.as(LEADER)(asked, { id })).data).toEqual({ disbursementBatch: { viewerMayApprove: true } });
  });

  it.each(['clerk', 'locker'])('the database refuses %s as well', async (approver) => {
    const { batch } = await money.create(fund, 3);
    await money.bring(batch, 'audit', parts());
    const approving = bench.database.arrange(
      `UPDATE disbursement_batch SET locked_by = 'locker', approved_by = $1, state = 'LEADER_APPROVED'`,
      [approver],
    );
    await expect(approving).rejects.toThrow('disbursement_batch_four_eyes_check');
  });

  it('nobody may have approved nothing', async () => {
    const { batch } = await money.create(fund, 3);
    await money.bring(batch, 'audit', parts());
    const approving = bench.database.arrange(`UPDATE disbursement_batch SET state = 'LEADER_APPROVED'`);
    await expect(approving).rejects.toThrow('disbursement_batch_approved_check');
  });

  it('eight approvers at once: one approves, the money moves once', async () => {
    const { batch } = await money.create(fund, 3);
    const { id, version } = await money.bring(batch, 'audit', parts());
    const all = await Promise.all(
      Array.from({ length: 8 }, (_, at) =>
        money.act({ ...LEADER, sub: `leader ${at}` }, 'disbursementBatchApprove', { batch: id, version }),
      ),
    );
    expect(all.filter(({ errors }) => errors.length === 0)).toHaveLength(1);
    expect(await balances()).toEqual(['250000', '62500', '187500', '0', '0', '0', '0']);
    expect(await bench.database.arrange(`SELECT amount_fen FROM ledger_entry WHERE kind = 'RESERVE'`)).toEqual([
      { amount_fen: '187500' },
    ]);
  });
});

it('eight batches on one fund that holds enough for two of them: two are approved, six are told how much is lacking', async () => {
  await bench.database.arrange('DELETE FROM aid_award');
  fund = await money.receive('0125000'.slice(1), { source: 'REGION' });
  const schools = Array.from({ length: 8 }, () => bench.seed.place(COUNTY));
  const ready = [];
  for (const place of schools) {
    await money.awards(place, 1);
    const { batch } = await money.create(fund, 1, { schools: [`${COUNTY}.${place.schoolId}`] });
    ready.push(await money.bring(batch, 'audit', [[place, 1]]));
  }
  const all = await Promise.all(
    ready.map(({ id, version }) => money.act(LEADER, 'disbursementBatchApprove', { batch: id, version })),
  );
  expect(all.filter(({ errors }) => errors.length === 0)).toHaveLength(2);
  expect(all.flatMap(({ errors }) => errors)).toEqual(
    Array.from({ length: 6 }, () => ({ code: 'FUNDS_INSUFFICIENT', shortfallFen: '62500' })),
  );
  const [row] = await bench.database.arrange(`SELECT balances FROM fund WHERE source = 'REGION'`);
  expect(row).toEqual({ balances: ['125000', '0', '125000', '0', '0', '0', '0'] });
});

it('a batch may be sent back, opened, and approved anew; its money is free meanwhile', async () => {
  const { batch } = await money.create(fund, 3);
  const submitted = await money.bring(batch, 'submit', parts());
  expect(await balances()).toEqual(['250000', '62500', '0', '187500', '0', '0', '0']);
  const back = await money.act(CLERK, 'disbursementBatchSendBack', {
    batch: batch.id,
    version: submitted.version,
    reason: '账户有误',
  });
  expect(back).toMatchObject({ batch: { state: 'RETURNED' }, errors: [] });
  expect(await balances()).toEqual(['250000', '250000', '0', '0', '0', '0', '0']);
  const draft = await money.act(CLERK, 'disbursementBatchReopen', {
    batch: batch.id,
    version: back.batch.version,
    reason: '更正',
  });
  expect(draft.batch.state).toBe('DRAFT');
  expect(await money.bring(draft.batch, 'submit', parts())).toMatchObject({ state: 'FINANCE_SUBMITTED' });
  expect(await balances()).toEqual(['250000', '62500', '0', '187500', '0', '0', '0']);
});

it('a batch that is given up frees its awards and its money', async () => {
  const { batch } = await money.create(fund, 3);
  const { version } = await money.bring(batch, 'approve', parts());
  const without = await money.act(CLERK, 'disbursementBatchCancel', { batch: batch.id, version, reason: ' ' });
  expect(without.errors).toEqual([{ code: 'DISBURSEMENT_REASON_MISSING' }]);
  const { batch: gone } = await money.act(CLERK, 'disbursementBatchCancel', {
    batch: batch.id,
    version,
    reason: '重复',
  });
  expect(gone.state).toBe('VOID');
  expect(await states()).toEqual(['VOID', 'VOID', 'VOID']);
  expect(await balances()).toEqual(['250000', '250000', '0', '0', '0', '0', '0']);
  const { batch: next, errors } = await money.create(fund, 3);
  expect({ number: next.number, errors }).toEqual({ number: '2024-00002', errors: [] });
});

describe('what changes while a batch is open', () => {
  it('a rate: the locked list is refused, and refreshed it is right again', async () => {
    const { batch } = await money.create(fund, 3);
    const locked = await money.bring(batch, 'confirm', parts());
    await bench.database.arrange('UPDATE aid_rate SET amount_fen = 60000');
    const audited = await money.act(CLERK, 'disbursementBatchAudit', { batch: batch.id, version: locked.version });
    expect(audited).toMatchObject({
      batch: { state: 'SCHOOL_CONFIRMED' },
      errors: [{ code: 'DISBURSEMENT_BLOCKED', findings: 3 }],
    });
    await bench.database.arrange('UPDATE aid_award SET amount_fen = 60000, entitled_fen = 60000');
    const again = await money.act(CLERK, 'disbursementBatchAudit', { batch: batch.id, version: locked.version });
    expect(again.errors).toEqual([
      { code: 'DISBURSEMENT_OUTDATED', payments: 3 },
      { code: 'DISBURSEMENT_BLOCKED', findings: 3 },
    ]);
    const reopened = await money.act(CLERK, 'disbursementBatchReopen', {
      batch: batch.id,
      version: locked.version,
      reason: '标准调整',
    });
    const input = { batch: batch.id, version: reopened.batch.version, declaredCount: 3, declaredAmountFen: '180000' };
    const refreshed = await money.act(CLERK, 'disbursementBatchRefresh', input);
    expect(refreshed).toMatchObject({ batch: { state: 'DRAFT' }, errors: [] });
    expect(await states()).toEqual(['VOID', 'VOID', 'VOID', 'PENDING', 'PENDING', 'PENDING']);
    const { batch: ready, errors } = await money.act(CLERK, 'disbursementBatchLock', {
      batch: batch.id,
      version: refreshed.batch.version,
    });
    expect({ state: ready.state, errors }).toEqual({ state: 'LIST_LOCKED', errors: [] });
  });

  it('a child dies between audit and approval: one refusal, nothing is half done', async () => {
    const { batch } = await money.create(fund, 3);
    const { id, version } = await money.bring(batch, 'audit', parts());
    await bench.database.arrange(
      `UPDATE student_roster SET roll_status = 'DECEASED', effective_on = '2024-04-14' WHERE id = (SELECT student_id FROM payment WHERE sequence = 1)`,
    );
    expect(await money.act(LEADER, 'disbursementBatchApprove', { batch: id, version })).toMatchObject({
      batch: { state: 'AID_CENTRE_AUDITED', version },
      errors: [{ code: 'DISBURSEMENT_BLOCKED', findings: 1 }],
    });
    expect(await balances()).toEqual(['250000', '250000', '0', '0', '0', '0', '0']);
  });

  it('an award is held: the batch is outdated until it is refreshed without it', async () => {
    const { batch } = await money.create(fund, 3);
    await bench.database.arrange(
      `UPDATE aid_award SET state = 'HELD' WHERE id = (SELECT award_id FROM payment WHERE sequence = 1)`,
    );
    const { version } = batch;
    const locked = await money.act(CLERK, 'disbursementBatchLock', { batch: batch.id, version });
    expect(locked.errors).toEqual([{ code: 'DISBURSEMENT_OUTDATED', payments: 1 }]);
    const wrong = { batch: batch.id, version, declaredCount: 3, declaredAmountFen: '187500' };
    expect((await money.act(CLERK, 'disbursementBatchRefresh', wrong)).errors).toEqual([
      { code: 'DECLARED_TOTALS_DIFFER', count: 2, amountFen: '125000' },
    ]);
    expect(await states()).toEqual(['PENDING', 'PENDING', 'PENDING']);
    await money.act(CLERK, 'disbursementBatchRefresh', { ...wrong, declaredCount: 2, declaredAmountFen: '125000' });
    expect(await states()).toEqual(['VOID', 'PENDING', 'PENDING']);
  });
});

it('a school confirms what it has, once, and no other school does it', async () => {
  const { batch } = await money.create(fund, 3);
  const locked = await money.bring(batch, 'lock', parts());
  expect((await money.confirm(places[0], locked, 1)).errors).toEqual([
    { code: 'SCHOOL_TOTALS_DIFFER', count: 2, amountFen: '125000' },
  ]);
  expect((await money.confirm(bench.seed.place(COUNTY), locked, 2)).errors).toEqual([{ code: 'SCHOOL_NOT_IN_BATCH' }]);
  expect((await money.confirm(places[0], locked, 2)).errors).toEqual([]);
  expect((await money.confirm(places[0], locked, 2)).errors).toEqual([{ code: 'SCHOOL_NOT_IN_BATCH' }]);
  const { errors } = await money.confirm(places[1], locked, 1);
  expect(errors).toEqual([]);
  expect(await bench.database.arrange('SELECT state, confirmed_count FROM disbursement_batch')).toEqual([
    { state: 'SCHOOL_CONFIRMED', confirmed_count: 2 },
  ]);
});

it('waivers are settled by the day on which the schools were paid', async () => {
  const waivers = await money.open('80000', 'HS_FEE');
  await bench.database.arrange(`UPDATE aid_programme SET payee = 'SCHOOL_WAIVER' WHERE code = 'HS_FEE'`);
  await money.award(places[0], 'HS_FEE');
  const { batch } = await money.create(waivers, 1, { programme: 'HS_FEE' });
  const { version } = await money.bring(batch, 'submit', [[places[0], 1]]);
  const input = { batch: batch.id, version, paidOn: '2024-04-16' };
  expect((await money.act(CLERK, 'disbursementBatchWaive', input)).errors).toMatchObject([
    { code: 'DISBURSEMENT_PAID_IN_FUTURE' },
  ]);
  const { batch: paid } = await money.act(CLERK, 'disbursementBatchWaive', { ...input, paidOn: '2024-04-15' });
  expect(paid.state).toBe('PAID');
  expect(await bench.database.arrange(`SELECT state, kind, paid_on::text FROM payment`)).toEqual([
    { state: 'PAID', kind: 'WAIVER', paid_on: '2024-04-15' },
  ]);
  expect(await bench.database.arrange(`SELECT balances FROM fund WHERE programme_code = 'HS_FEE'`)).toEqual([
    { balances: ['80000', '17500', '0', '0', '62500', '0', '0'] },
  ]);
});

it('statements do not grow with the batch', async () => {
  const input = {
    programme: 'CE_LIVING_B',
    term: '2023-2024-2',
    declaredCount: 3,
    declaredAmountFen: '187500',
    funding: [{ fund, share: 1 }],
  };
  const CREATE =
    'mutation ($input: DisbursementBatchCreateInput!) { disbursementBatchCreate(input: $input) { disbursementBatch { id } } }';
  const few = await money.as(CLERK)(CREATE, { input });
  await money.awards(places[0], 20);
  const many = await money.as(CLERK)(CREATE, { input: { ...input, declaredCount: 20, declaredAmountFen: '1250000' } });
  expect(many.statements.length).toBe(few.statements.length);
});
