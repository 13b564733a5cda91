import type { Ask } from '@bureau/testing';
import { type Bench, openBench } from '../seed/bench.seed.ts';

const COUNTY = '640121';
const RECORD = `mutation ($input: FundReceiptRecordInput!) {
  fundReceiptRecord(input: $input) {
    fund { id version balances { receivedFen availableFen } receipts { totalCount } entries { nodes { number kind amountFen } } }
    userErrors { __typename ... on UserError { field code } ... on FundReceiptAlreadyRecorded { receivedOn amountFen } }
  }
}`;
const CARRY = `mutation ($input: FundCarryOverInput!) {
  fundCarryOver(input: $input) {
    fund { budgetYear balances { receivedFen availableFen } receipts { nodes { documentNo amount carriedFrom { budgetYear } } } }
    userErrors { ... on UserError { code } }
  }
}`;
const receipt = {
  source: 'CENTRAL',
  programme: 'CE_LIVING_B',
  budgetYear: 2024,
  documentNo: '宁财（教）指标〔2024〕12号',
  amountFen: '100000',
  receivedOn: '2024-03-01',
};

let bench: Bench;
let ask: Ask;
beforeAll(async () => {
  bench = await openBench();
  await bench.seed.programme(COUNTY, 'CE_LIVING_B');
  ask = bench.desk.as({ roles: ['student-aid-office'] });
});
beforeEach(async () => {
  await bench.database.arrange('UPDATE fund SET entry_number = NULL, balances = $1', ['{0,0,0,0,0,0,0}']);
  for (const table of ['ledger_entry', 'fund_receipt', 'fund']) await bench.database.arrange(`DELETE FROM ${table}`);
});
afterAll(() => bench.close());

const record = async (given: object = {}) => {
  const { data, errors } = await ask(RECORD, { input: { ...receipt, ...given } });
  expect(errors).toBeUndefined();
  return data?.fundReceiptRecord as {
    fund: { id: string; version: number; balances: object; entries: { nodes: object[] } } | null;
    userErrors: { code: string }[];
  };
};
const rows = async () => ({
  funds: await bench.database.arrange('SELECT * FROM fund ORDER BY id'),
  receipts: await bench.database.arrange('SELECT * FROM fund_receipt ORDER BY id'),
  entries: await bench.database.arrange('SELECT * FROM ledger_entry ORDER BY id'),
});

it('the first receipt opens the fund, the second adds to it', async () => {
  await record();
  const { fund, userErrors } = await record({ documentNo: '第二号', amountFen: '5' });
  expect(userErrors).toEqual([]);
  expect(fund).toMatchObject({
    version: 3,
    balances: { receivedFen: '100005', availableFen: '100005' },
    receipts: { totalCount: 2 },
    entries: {
      nodes: [
        { number: 2, kind: 'RECEIVE', amountFen: '5' },
        { number: 1, kind: 'RECEIVE', amountFen: '100000' },
      ],
    },
  });
});

it.each([
  [{ programme: 'NONE' }, 'FUND_PROGRAMME_UNKNOWN'],
  [{ amountFen: '0' }, 'FUND_AMOUNT_NOT_POSITIVE'],
  [{ amountFen: '-1' }, 'FUND_AMOUNT_NOT_POSITIVE'],
  [{ amountFen: '9223372036854775807' }, 'FUND_AMOUNT_TOO_LARGE'],
  [{ receivedOn: '2099-01-01' }, 'FUND_RECEIPT_IN_FUTURE'],
  [{ documentNo: '' }, 'FUND_DOCUMENT_NUMBER_MISSING'],
])('%p is refused, and nothing is written', async (given, code) => {
  expect(await record(given)).toMatchObject({ fund: null, userErrors: [{ code }] });
  expect(await rows()).toEqual({ funds: [], receipts: [], entries: [] });
});

it.each(['0.5', '1e3', '9223372036854775808'])('%s is no amount of fen', async (amountFen) => {
  const { errors } = await ask(RECORD, { input: { ...receipt, amountFen } });
  expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
});

it('more than 2^31 fen are counted exactly', async () => {
  const { fund } = await record({ amountFen: '4294967297' });
  expect(fund?.balances).toEqual({ receivedFen: '4294967297', availableFen: '4294967297' });
});

it('a document is received once: the second time says when and how much', async () => {
  await record();
  const before = await rows();
  expect(await record({ amountFen: '7' })).toMatchObject({
    userErrors: [{ __typename: 'FundReceiptAlreadyRecorded', receivedOn: '2024-03-01', amountFen: '100000' }],
  });
  expect(await rows()).toEqual(before);
});

it('eight receipts at once are all counted, and the same key at once counts once', async () => {
  await Promise.all(Array.from({ length: 8 }, (_, at) => record({ documentNo: `第${at}号` })));
  await Promise.all(Array.from({ length: 8 }, () => record({ documentNo: '同一键', idempotencyKey: 'once' })));
  const [fund] = await bench.database.arrange('SELECT balances, entry_number FROM fund');
  expect(fund).toEqual({ balances: ['900000', '900000', '0', '0', '0', '0', '0'], entry_number: 9 });
});

it('what is left is carried into the next year, once', async () => {
  const { fund } = await record();
  const input = { fund: fund?.id, version: 2, documentNo: '结转1号' };
  const { data } = await ask(CARRY, { input });
  expect(data).toEqual({
    fundCarryOver: {
      fund: {
        budgetYear: 2025,
        balances: { receivedFen: '100000', availableFen: '100000' },
        receipts: { nodes: [{ documentNo: '结转1号', amount: '1000.00', carriedFrom: { budgetYear: 2024 } }] },
      },
      userErrors: [],
    },
  });
  const again = await ask(CARRY, { input: { ...input, version: 3 } });
  expect(again.data).toMatchObject({ fundCarryOver: { userErrors: [{ code: 'FUND_EMPTY' }] } });
});

it('sums by source say what was received, and agree with the list', async () => {
  await record();
  await record({ source: 'REGION', amountFen: '25000' });
  await record({ source: 'REGION', budgetYear: 2023, amountFen: '1' });
  const { data } = await ask(
    `{ fundGroups(filter: { budgetYear: 2024 }, groupBy: SOURCE) { key count balances { receivedFen } executionRate { percent } }
       funds(filter: { budgetYear: 2024 }) { totalCount } }`,
  );
  expect(data).toEqual({
    fundGroups: [
      { key: 'CENTRAL', count: 1, balances: { receivedFen: '100000' }, executionRate: { percent: '0.00' } },
      { key: 'REGION', count: 1, balances: { receivedFen: '25000' }, executionRate: { percent: '0.00' } },
    ],
    funds: { totalCount: 2 },
  });
});

describe('the database itself', () => {
  const forge = (change: string) => bench.database.arrange(`UPDATE fund SET ${change}`);
  const enter = (given: Record<string, unknown>) => {
    const entry = {
      county_code: COUNTY,
      id: crypto.randomUUID(),
      number: 2,
      previous_number: 1,
      kind: 'RESERVE',
      credit_account: 'AVAILABLE',
      debit_account: 'RESERVED',
      amount_fen: '1000',
      balances_before: [100_000, 100_000, 0, 0, 0, 0, 0],
      balances_after: [100_000, 99_000, 1_000, 0, 0, 0, 0],
      recorded_by: 'test',
      recorded_at: '2024-04-15T00:00:00Z',
      ...given,
    };
    return bench.database.arrange(
      `INSERT INTO ledger_entry SELECT * FROM jsonb_populate_record(NULL::ledger_entry, $1::jsonb || jsonb_build_object('fund_id', (SELECT id FROM fund)))`,
      [JSON.stringify(entry)],
    );
  };
  beforeEach(() => record());

  it.each([
    ['overdraws', "balances = '{0,-5,5,0,0,0,0}'", 'fund_overdrawn_check'],
    ['makes money', "balances = '{100000,100000,1,0,0,0,0}'", 'fund_balance_check'],
    ['moves money without an entry', "balances = '{100000,99000,1000,0,0,0,0}'", 'fund_balances_fkey'],
    ['has money from nowhere', 'entry_number = NULL', 'fund_empty_check'],
    ['loses an account', "balances = '{100000,100000}'", 'fund_balance_check'],
  ])('refuses a fund that %s', async (_, change, constraint) => {
    const before = await rows();
    await expect(forge(change)).rejects.toThrow(constraint);
    expect(await rows()).toEqual(before);
  });

  it('takes an entry that moves what it says', async () => {
    await enter({});
    expect(await bench.database.arrange('SELECT number FROM ledger_entry ORDER BY 1')).toEqual([
      { number: 1 },
      { number: 2 },
    ]);
  });

  it.each([
    ['moves another amount', { amount_fen: '1001' }, 'ledger_entry_balances_check'],
    ['of nothing', { amount_fen: '0', balances_after: [100_000, 100_000, 0, 0, 0, 0, 0] }, 'ledger_entry_amount_check'],
    ['skips a number', { number: 3, previous_number: 2 }, 'ledger_entry_previous_fkey'],
    ['forks the chain', { number: 1, previous_number: null }, 'ledger_entry'],
    [
      'starts from other balances',
      { balances_before: [200_000, 200_000, 0, 0, 0, 0, 0], balances_after: [200_000, 199_000, 1_000, 0, 0, 0, 0] },
      'ledger_entry_previous_fkey',
    ],
    ['moves between accounts that its kind does not', { kind: 'PAY' }, 'ledger_entry_kind_check'],
    [
      'overdraws',
      { amount_fen: '100001', balances_after: [100_000, -1, 100_001, 0, 0, 0, 0] },
      'ledger_entry_overdrawn_check',
    ],
  ])('refuses an entry that %s', async (_, given, constraint) => {
    const before = await rows();
    await expect(enter(given)).rejects.toThrow(constraint);
    expect(await rows()).toEqual(before);
  });

  it.each([
    'UPDATE ledger_entry SET amount_fen = 1',
    'DELETE FROM ledger_entry',
    'UPDATE fund_receipt SET amount_fen = 1',
    'DELETE FROM fund',
  ])('does not let the service %s', async (statement) => {
    await expect(bench.database.dataSource.query(statement)).rejects.toThrow('permission denied');
  });
});

it('a school neither sees nor writes funds', async () => {
  const school = bench.desk.as({ roles: ['principal'], school: `${COUNTY}.${bench.seed.place(COUNTY).schoolId}` });
  for (const [question, variables] of [
    ['{ funds { totalCount } }', {}],
    [RECORD, { input: receipt }],
  ] as const)
    expect((await school(question, variables)).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
});
