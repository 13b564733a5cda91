import type { Place } from '../seed/aid.seed.ts';
import { type BankLine, BankSeed, templateOf } from '../seed/bank.seed.ts';
import { type Bench, openBench } from '../seed/bench.seed.ts';
import { type Batch, CLERK, MoneySeed } from '../seed/money.seed.ts';

const COUNTY = '640121';
const SIZE = 6;

let bench: Bench;
let money: MoneySeed;
let bank: BankSeed;
let place: Place;
let batch: Batch;
beforeAll(async () => {
  bench = await openBench();
  money = new MoneySeed(bench, COUNTY);
  bank = new BankSeed(bench);
});
beforeEach(async () => {
  await money.wipe();
  await bench.seed.term(COUNTY);
  const fund = await money.open('1000000');
  place = bench.seed.place(COUNTY);
  await money.awards(place, SIZE);
  const made = await money.create(fund, SIZE);
  batch = await money.bring(made.batch, 'submit', [[place, SIZE]]);
});
afterAll(() => bench.close());

const send = (template = 'BANK_CSV') =>
  money.act(CLERK, 'disbursementBatchSend', { batch: batch.id, version: batch.version, template });
const rows = (table: string, columns = '*') =>
  bench.database.arrange(`SELECT ${columns} FROM ${table} ORDER BY 1, 2, 3`);
const states = async () =>
  ((await bench.database.arrange('SELECT state FROM payment ORDER BY sequence')) as { state: string }[]).map(
    ({ state }) => state,
  );
const balances = async () => {
  const [row] = (await bench.database.arrange('SELECT balances FROM fund')) as { balances: string[] }[];
  return row?.balances;
};
const stateOfBatch = async () => {
  const [row] = (await bench.database.arrange('SELECT state FROM disbursement_batch')) as { state: string }[];
  return row?.state;
};
const named = (given: object = {}) => ({ batch: batch.id, count: SIZE, amount: '3750.00', ...given });
const all = () =>
  Promise.all([
    rows('payment'),
    rows('disbursement_batch'),
    rows('bank_return'),
    rows('bank_return_line'),
    rows('ledger_entry'),
  ]);

describe.each(['ONE_CARD_XLSX', 'BANK_CSV', 'BANK_TXT'])('in the layout %s', (template) => {
  it('a batch goes out, comes back paid, and the ledger says so', async () => {
    const { batch: sent, errors } = await send(template);
    expect({ state: sent.state, errors }).toEqual({ state: 'SENT_TO_BANK', errors: [] });
    const [file] = (await rows('bank_file', 'number, line_count, amount_fen')) as object[];
    expect(file).toEqual({ number: 1, line_count: SIZE, amount_fen: '375000' });
    const lines = await bank.answers(batch.number);
    const bytes = await bank.file(lines, templateOf(template));
    expect(await bank.take(bytes, named({ template }))).toEqual({ refusals: [], changed: SIZE });
    expect(await states()).toEqual(Array.from({ length: SIZE }, () => 'PAID'));
    expect(await balances()).toEqual(['1000000', '625000', '0', '0', '375000', '0', '0']);
    expect(await stateOfBatch()).toBe('PAID');
  });
});

it('the file is sealed, holds the accounts, was made by somebody, and is made once', async () => {
  await send();
  const [document] = (await rows('stored_document', 'id, kind, name, stored_by, content')) as {
    id: string;
    content: Buffer;
  }[];
  if (!document) throw new Error('no document');
  expect(document).toMatchObject({ kind: 'bank-file', name: `${batch.number}-1.csv`, stored_by: 'clerk' });
  const text = new TextDecoder('gbk').decode(
    bench.sealer.openBytes(document.content, `stored_document.content:${document.id}`),
  );
  const [first] = await bank.answers(batch.number);
  expect(text.split('\r\n')).toHaveLength(SIZE + 2);
  expect(text).toContain(`1,李小明,${first?.account},`);
  expect(document.content.includes(Buffer.from(first?.account ?? ''))).toBe(false);
  expect(await rows('access_log', 'operation, subject, field_class, row_count, is_masked')).toEqual([
    { operation: 'bank-file', subject: 'clerk', field_class: 'H', row_count: SIZE, is_masked: false },
  ]);
  const before = await all();
  expect((await send()).errors).toMatchObject([
    { code: 'DISBURSEMENT_BATCH_CHANGED' },
    { code: 'DISBURSEMENT_BATCH_STATE_UNFIT' },
  ]);
  expect(await all()).toEqual(before);
});

it('eight at once make one file', async () => {
  const all = await Promise.all(Array.from({ length: 8 }, () => send()));
  expect(all.filter(({ errors }) => errors.length === 0)).toHaveLength(1);
  expect(await rows('bank_file')).toHaveLength(1);
});

it('a child without an account keeps the batch back, whole', async () => {
  await bench.database.arrange(
    `UPDATE payee_account SET valid_to = valid_from WHERE student_id = (SELECT student_id FROM payment WHERE sequence = 1)`,
  );
  const before = await all();
  expect((await send()).errors).toEqual([{ code: 'PAYEE_ACCOUNTS_MISSING' }]);
  expect(await all()).toEqual(before);
  expect((await send('NONE')).errors).toEqual([{ code: 'BANK_TEMPLATE_UNKNOWN' }]);
});

it('every line ends in exactly one bucket', async () => {
  await send();
  const [paid, failed, wrong, strange, ...rest] = (await bank.answers(batch.number)) as [
    BankLine,
    BankLine,
    BankLine,
    BankLine,
    ...BankLine[],
  ];
  const lines = [
    paid,
    { ...failed, result: '失败', reason: '账号户名不符', paidOn: '' },
    { ...wrong, amount: '625.01' },
    { ...strange, account: '9999999999999999' },
    { ...paid, sequence: '99' },
    paid,
    ...rest,
  ];
  const amount = '5000.01';
  expect(await bank.take(await bank.file(lines), named({ count: 8, amount }))).toEqual({ refusals: [], changed: 4 });
  const buckets = await bench.database.arrange(
    'SELECT bucket, count(*)::int FROM bank_return_line GROUP BY bucket ORDER BY bucket',
  );
  expect(buckets).toEqual([
    { bucket: 'DUPLICATE', count: 1 },
    { bucket: 'FAILED', count: 1 },
    { bucket: 'PAID', count: 3 },
    { bucket: 'UNKNOWN', count: 2 },
    { bucket: 'WRONG_AMOUNT', count: 1 },
  ]);
  expect(await states()).toEqual(['PAID', 'FAILED', 'SENT', 'SENT', 'PAID', 'PAID']);
  expect(await bench.database.arrange('SELECT failure_code FROM payment WHERE sequence = 2')).toEqual([
    { failure_code: 'ACCOUNT_NAME_DIFFERS' },
  ]);
  expect(await balances()).toEqual(['1000000', '625000', '0', '187500', '187500', '0', '0']);
  expect(await stateOfBatch()).toBe('PARTIALLY_PAID');
});

it('what the bank takes back is owed again', async () => {
  await send();
  const lines = await bank.answers(batch.number);
  await bank.take(await bank.file(lines), named());
  const back = lines.slice(0, 1).map((line) => ({ ...line, result: '退汇', paidOn: '' }));
  expect(await bank.take(await bank.file(back), named({ count: 1, amount: '625.00' }))).toEqual({
    refusals: [],
    changed: 1,
  });
  expect((await states())[0]).toBe('FAILED');
  expect(await balances()).toEqual(['1000000', '625000', '0', '62500', '312500', '0', '0']);
  expect(await stateOfBatch()).toBe('PARTIALLY_PAID');
});

describe('a file that is refused changes nothing', () => {
  let bytes: Buffer;
  beforeEach(async () => {
    await send();
    bytes = await bank.file(await bank.answers(batch.number));
  });
  const REFUSED: [string, (file: Buffer) => Promise<{ refusals: string[] }>, string[]][] = [
    ['cut short', (file) => bank.take(file.subarray(0, file.lastIndexOf('\n', -2) + 1), named()), ['RETURN_TRUNCATED']],
    ['named with another amount', (file) => bank.take(file, named({ amount: '3750.01' })), ['RETURN_AMOUNT_DIFFERS']],
    [
      'with a changed amount',
      (file) => bank.take(Buffer.from(file.toString('latin1').replace('625.00', '626.00'), 'latin1'), named()),
      ['RETURN_AMOUNT_DIFFERS'],
    ],
    [
      'with a fraction of a fen',
      (file) => bank.take(Buffer.from(file.toString('latin1').replace('625.00', '625.005'), 'latin1'), named()),
      ['RETURN_AMOUNT_UNREADABLE', 'RETURN_TRUNCATED'],
    ],
    [
      'with a negative amount',
      (file) => bank.take(Buffer.from(file.toString('latin1').replace('625.00', '-625.00'), 'latin1'), named()),
      ['RETURN_AMOUNT_UNREADABLE', 'RETURN_TRUNCATED'],
    ],
    [
      'in another encoding',
      (file) => bank.take(Buffer.from(new TextDecoder('gbk').decode(file)), named()),
      ['RETURN_ENCODING_WRONG'],
    ],
    ['in another layout', (file) => bank.take(file, named({ template: 'ONE_CARD_XLSX' })), ['RETURN_ENCODING_WRONG']],
    ['in a layout nobody knows', (file) => bank.take(file, named({ template: 'NONE' })), ['RETURN_TEMPLATE_UNKNOWN']],
    [
      'of another batch',
      async () => {
        const lines = await bank.answers(batch.number);
        return bank.take(await bank.file(lines.map((line) => ({ ...line, batchNumber: '2024-00099' }))), named());
      },
      ['RETURN_OF_ANOTHER_BATCH'],
    ],
    [
      'for a batch that does not exist',
      (file) => bank.take(file, named({ batch: `${COUNTY}.${crypto.randomUUID()}` })),
      ['RETURN_BATCH_NOT_FOUND'],
    ],
  ];

  it.each(REFUSED)('%s', async (_, take, refusals) => {
    const before = await all();
    expect((await take(bytes)).refusals).toEqual(refusals);
    expect(await all()).toEqual(before);
  });

  it('the same file twice, and eight times at once', async () => {
    const once = await Promise.all(Array.from({ length: 8 }, () => bank.take(bytes, named())));
    expect(once.filter(({ refusals }) => refusals.length === 0)).toHaveLength(1);
    const before = await all();
    expect((await bank.take(bytes, named())).refusals).toEqual(['RETURN_ALREADY_TAKEN']);
    expect(await all()).toEqual(before);
  });
});

it('a file for a batch that is not at the bank is refused', async () => {
  const line = {
    sequence: '1',
    batchNumber: batch.number,
    account: '1',
    payeeName: 'x',
    amount: '1.00',
    result: '成功',
    reason: '',
    paidOn: '20240410',
    bankSerial: '',
  };
  expect((await bank.take(await bank.file([line]), named({ count: 1, amount: '1.00' }))).refusals).toEqual([
    'RETURN_BATCH_NOT_SENT',
  ]);
});
