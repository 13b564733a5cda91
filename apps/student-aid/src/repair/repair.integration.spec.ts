import type { Place } from '../seed/aid.seed.ts';
import { type BankLine, BankSeed } from '../seed/bank.seed.ts';
import { type Bench, openBench } from '../seed/bench.seed.ts';
import { type Batch, CLERK, MoneySeed } from '../seed/money.seed.ts';

const COUNTY = '640121';

interface Paid {
  id: string;
  version: number;
  reference: string;
}

let bench: Bench;
let money: MoneySeed;
let bank: BankSeed;
let place: Place;
let batch: Batch;
let lines: BankLine[];
beforeAll(async () => {
  bench = await openBench();
  money = new MoneySeed(bench, COUNTY);
  bank = new BankSeed(bench);
});
/** Three payments: the first is paid, the second has failed, the third is still at the bank. */
beforeEach(async () => {
  await money.wipe();
  await bench.seed.term(COUNTY);
  const fund = await money.open('1000000');
  place = bench.seed.place(COUNTY);
  await money.awards(place, 3);
  const made = await money.create(fund, 3);
  const submitted = await money.bring(made.batch, 'submit', [[place, 3]]);
  const input = { batch: submitted.id, version: submitted.version, template: 'BANK_CSV' };
  batch = (await money.act(CLERK, 'disbursementBatchSend', input)).batch;
  lines = await bank.answers(batch.number);
  const [first, second] = lines as [BankLine, BankLine, BankLine];
  const answered = [first, { ...second, result: '失败', reason: '账户销户', paidOn: '' }];
  await bank.take(await bank.file(answered), { batch: batch.id, count: 2, amount: '1250.00' });
});
afterAll(() => bench.close());

const paymentAt = async (sequence: number): Promise<Paid> => {
  const [row] = (await bench.database.arrange(
    'SELECT id, version, end_to_end_reference AS reference FROM payment WHERE sequence = $1',
    [sequence],
  )) as Paid[];
  if (!row) throw new Error('no payment');
  return { ...row, id: `${COUNTY}.${row.id}` };
};
const act = async (mutation: string, sequence: number, given: object = {}) => {
  const { id: payment, version } = await paymentAt(sequence);
  const type = `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input!`;
  const { data, errors } = await money.as(CLERK)(
    `mutation ($input: ${type}) { ${mutation}(input: $input) { payment { state endToEndReference sendings } userErrors { ... on UserError { code } } } }`,
    { input: { payment, version, reason: '已核实', ...given } },
  );
  if (errors) throw new Error(errors[0]?.message);
  return data?.[mutation] as { payment: { state: string; endToEndReference: string }; userErrors: { code: string }[] };
};
const balances = async () => {
  const [row] = (await bench.database.arrange('SELECT balances FROM fund')) as { balances: string[] }[];
  return row?.balances;
};
const reconciled = async () => {
  const { data, errors } = await money.as(CLERK)(
    `query ($id: ID!) {
      disbursementBatch(id: $id) { state version reconciliation { entitlementFen batchFen bankFen ledgerFen agrees witnesses { bankFen batchFen payment { id } } } }
      disbursementDisagreements { id }
    }`,
    { id: batch.id },
  );
  if (errors) throw new Error(errors[0]?.message);
  return data as unknown as {
    disbursementBatch: { state: string; version: number; reconciliation: { agrees: boolean } };
    disbursementDisagreements: { id: string }[];
  };
};
const settleTheThird = async () => {
  const third = lines[2];
  if (!third) throw new Error('no line');
  return bank.take(await bank.file([third]), { batch: batch.id, count: 1, amount: '625.00' });
};

it('a failed payment is corrected, sent again under the same reference, and paid; the batch is reconciled and archived', async () => {
  const { reference } = await paymentAt(2);
  expect(await act('paymentCorrect', 2)).toMatchObject({
    payment: { state: 'CORRECTED', endToEndReference: reference },
    userErrors: [],
  });
  const { disbursementBatch: partly } = await reconciled();
  const resend = { batch: batch.id, version: partly.version, template: 'BANK_TXT' };
  expect((await money.act(CLERK, 'disbursementBatchResend', resend)).batch.state).toBe('PARTIALLY_PAID');
  const again = (await bank.answers(batch.number)).filter(({ sequence }) => sequence === '2');
  await bank.take(await bank.file(again.map((line) => ({ ...line, bankSerial: 'again' }))), {
    batch: batch.id,
    count: 1,
    amount: '625.00',
  });
  await settleTheThird();
  expect(
    await bench.database.arrange('SELECT state, end_to_end_reference, sendings FROM payment WHERE sequence = 2'),
  ).toEqual([{ state: 'PAID', end_to_end_reference: reference, sendings: 2 }]);
  expect(await bench.database.arrange('SELECT number, line_count FROM bank_file ORDER BY 1')).toEqual([
    { number: 1, line_count: 3 },
    { number: 2, line_count: 1 },
  ]);
  const { disbursementBatch } = await reconciled();
  expect(disbursementBatch).toMatchObject({
    state: 'PAID',
    reconciliation: {
      entitlementFen: '187500',
      batchFen: '187500',
      bankFen: '187500',
      ledgerFen: '187500',
      agrees: true,
      witnesses: [],
    },
  });
  const closing = { batch: batch.id, version: disbursementBatch.version };
  const { batch: closed } = await money.act(CLERK, 'disbursementBatchReconcile', closing);
  expect(closed.state).toBe('RECONCILED');
  expect(
    (await money.act(CLERK, 'disbursementBatchArchive', { batch: batch.id, version: closed.version })).batch.state,
  ).toBe('ARCHIVED');
});

it('a failed payment is given up: its money is free, its award may be paid anew', async () => {
  expect(await act('paymentAbandon', 2)).toMatchObject({ payment: { state: 'VOID' }, userErrors: [] });
  expect(await balances()).toEqual(['1000000', '875000', '0', '62500', '62500', '0', '0']);
  const [fund] = (await bench.database.arrange('SELECT id FROM fund')) as { id: string }[];
  expect((await money.create(`${COUNTY}.${fund?.id}`, 1)).errors).toEqual([]);
});

it.each([
  ['paymentRefund', 'REFUNDED'],
  ['paymentReclaim', 'RECLAIMED'],
])('%s takes the money back, and the bank still agrees that it had paid', async (mutation, state) => {
  expect(await act(mutation, 1)).toMatchObject({ payment: { state }, userErrors: [] });
  expect(await balances()).toEqual(['1000000', '812500', '0', '125000', '0', '62500', '0']);
  expect((await reconciled()).disbursementBatch.reconciliation.agrees).toBe(true);
  expect(await bench.database.arrange('SELECT act, from_state, to_state, done_by, reason FROM payment_step')).toEqual([
    {
      act: mutation === 'paymentRefund' ? 'refund' : 'reclaim',
      from_state: 'PAID',
      to_state: state,
      done_by: 'clerk',
      reason: '已核实',
    },
  ]);
});

it('eight recoveries at once take the money back once', async () => {
  const all = await Promise.all(Array.from({ length: 8 }, () => act('paymentReclaim', 1)));
  expect(all.filter(({ userErrors }) => userErrors.length === 0)).toHaveLength(1);
  expect(await balances()).toEqual(['1000000', '812500', '0', '125000', '0', '62500', '0']);
});

it.each([
  ['paymentCorrect', 1, {}, ['PAYMENT_STATE_UNFIT']],
  ['paymentAbandon', 3, {}, ['PAYMENT_STATE_UNFIT']],
  ['paymentReclaim', 2, {}, ['PAYMENT_STATE_UNFIT']],
  ['paymentReclaim', 1, { version: 1 }, ['PAYMENT_CHANGED']],
  ['paymentReclaim', 1, { reason: ' ' }, ['PAYMENT_REASON_MISSING']],
  ['paymentReclaim', 1, { payment: `${COUNTY}.${crypto.randomUUID()}` }, ['PAYMENT_NOT_FOUND']],
])('%s of payment %d with %p is refused, and nothing changes', async (mutation, sequence, given, codes) => {
  const before = [await bench.database.arrange('SELECT * FROM payment ORDER BY id'), await balances()];
  expect((await act(mutation, sequence, given)).userErrors.map(({ code }) => code)).toEqual(codes);
  expect([await bench.database.arrange('SELECT * FROM payment ORDER BY id'), await balances()]).toEqual(before);
});

it('a difference between bank and payment is found, named, and keeps the batch open', async () => {
  await act('paymentAbandon', 2);
  await settleTheThird();
  await bench.database.arrange(
    `UPDATE payment SET state = 'FAILED', failure_code = 'X', paid_on = NULL, paid_fen = NULL WHERE sequence = 3`,
  );
  const { disbursementBatch, disbursementDisagreements } = await reconciled();
  expect(disbursementBatch.reconciliation).toMatchObject({
    agrees: false,
    batchFen: '62500',
    bankFen: '125000',
    ledgerFen: '125000',
    witnesses: [{ bankFen: '62500', batchFen: '0', payment: { id: (await paymentAt(3)).id } }],
  });
  expect(disbursementDisagreements).toEqual([{ id: batch.id }]);
  const closing = { batch: batch.id, version: disbursementBatch.version };
  expect((await money.act(CLERK, 'disbursementBatchReconcile', closing)).errors).toEqual([
    { code: 'DISBURSEMENT_NOT_RECONCILED' },
  ]);
});
