import fc from 'fast-check';
import {
  ACCOUNTS,
  type Balances,
  balanceOf,
  carriedOver,
  carryOverRefusals,
  moved,
  type Movement,
  MOVEMENTS,
  type MovementKind,
  NO_BALANCES,
  postings,
  receiptRefusals,
  shortfall,
} from './fund.rules.ts';

const kinds = Object.keys(MOVEMENTS) as MovementKind[];
const balancesWith = (given: Partial<Record<(typeof ACCOUNTS)[number], bigint>>): Balances =>
  ACCOUNTS.map((account) => given[account] ?? 0n);

it.each([
  ['RECEIVE', { RECEIVED: 100n, AVAILABLE: 100n }],
  ['RESERVE', { AVAILABLE: -100n, RESERVED: 100n }],
  ['RELEASE_RESERVED', { RESERVED: -100n, AVAILABLE: 100n }],
  ['COMMIT', { RESERVED: -100n, COMMITTED: 100n }],
  ['RELEASE_COMMITTED', { COMMITTED: -100n, AVAILABLE: 100n }],
  ['PAY', { COMMITTED: -100n, PAID: 100n }],
  ['REVERSE', { PAID: -100n, COMMITTED: 100n }],
  ['TAKE_BACK', { PAID: -100n, RETURNED: 100n }],
  ['CARRY_OVER', { AVAILABLE: -100n, CARRIED_OVER: 100n }],
  ['CARRY_OVER_RETURNED', { RETURNED: -100n, CARRIED_OVER: 100n }],
] as const)('%s moves money between two accounts', (kind, change) => {
  expect(moved(NO_BALANCES, { kind, amountFen: 100n })).toEqual(balancesWith(change));
});

it('each entry takes up the balances that the one before left', () => {
  const made = postings({ entryNumber: 4, balances: balancesWith({ RECEIVED: 10n, AVAILABLE: 10n }) }, [
    { kind: 'RESERVE', amountFen: 7n },
    { kind: 'RESERVE', amountFen: 0n },
    { kind: 'COMMIT', amountFen: 2n },
  ]);
  const reserved = balancesWith({ RECEIVED: 10n, AVAILABLE: 3n, RESERVED: 7n });
  expect(made).toEqual([
    {
      number: 5,
      kind: 'RESERVE',
      creditAccount: 'AVAILABLE',
      debitAccount: 'RESERVED',
      amountFen: 7n,
      balancesBefore: balancesWith({ RECEIVED: 10n, AVAILABLE: 10n }),
      balancesAfter: reserved,
    },
    {
      number: 6,
      kind: 'COMMIT',
      creditAccount: 'RESERVED',
      debitAccount: 'COMMITTED',
      amountFen: 2n,
      balancesBefore: reserved,
      balancesAfter: balancesWith({ RECEIVED: 10n, AVAILABLE: 3n, RESERVED: 5n, COMMITTED: 2n }),
    },
  ]);
});

it('the first entry of a fund has the number 1', () => {
  expect(postings({ entryNumber: null, balances: NO_BALANCES }, [{ kind: 'RECEIVE', amountFen: 1n }])).toMatchObject([
    { number: 1, balancesBefore: NO_BALANCES },
  ]);
});

it('received is the sum of the rest after any movements', () => {
  const movement = fc.record({ kind: fc.constantFrom(...kinds), amountFen: fc.bigInt({ min: 1n, max: 2n ** 50n }) });
  fc.assert(
    fc.property(fc.array(movement), (movements: Movement[]) => {
      const [received = 0n, ...rest] = movements.reduce<Balances>(moved, NO_BALANCES);
      expect(rest.reduce((sum, balance) => sum + balance, 0n)).toBe(received);
    }),
  );
});

it.each([
  [10n, null],
  [11n, 1n],
  [2n ** 40n, 2n ** 40n - 10n],
])('of 10 fen, %d lack %p', (amountFen, lacking) => {
  expect(shortfall(balancesWith({ RECEIVED: 10n, AVAILABLE: 10n }), [{ kind: 'RESERVE', amountFen }])).toBe(lacking);
});

describe('a receipt', () => {
  const asked = { documentNo: '宁财（教）指标〔2024〕12号', amountFen: 1n, receivedOn: '2024-04-15' };

  it('may be of one fen, today', () => {
    expect(receiptRefusals(asked, '2024-04-15')).toEqual([]);
  });

  it.each([
    [{ amountFen: 0n }, { kind: 'FundAmountNotPositive' }],
    [{ amountFen: -1n }, { kind: 'FundAmountNotPositive' }],
    [{ amountFen: 10n ** 15n + 1n }, { kind: 'FundAmountTooLarge' }],
    [{ receivedOn: '2024-04-16' }, { kind: 'FundReceiptInFuture', today: '2024-04-15' }],
    [{ documentNo: ' ' }, { kind: 'FundDocumentNumberMissing' }],
  ])('with %p is refused', (given, refusal) => {
    expect(receiptRefusals({ ...asked, ...given }, '2024-04-15')).toEqual([refusal]);
  });

  it('of the largest amount is taken', () => {
    expect(receiptRefusals({ ...asked, amountFen: 10n ** 15n }, '2024-04-15')).toEqual([]);
  });
});

describe('carrying over', () => {
  const left = balancesWith({ RECEIVED: 10n, AVAILABLE: 3n, RETURNED: 2n, PAID: 5n });

  it('takes what was never promised and what was given back', () => {
    expect(carryOverRefusals({ version: 2, balances: left }, { version: 2 })).toEqual([]);
    expect(carriedOver(left)).toEqual([
      { kind: 'CARRY_OVER', amountFen: 3n },
      { kind: 'CARRY_OVER_RETURNED', amountFen: 2n },
    ]);
    const after = carriedOver(left).reduce<Balances>(moved, left);
    expect([balanceOf(after, 'CARRIED_OVER'), balanceOf(after, 'AVAILABLE')]).toEqual([5n, 0n]);
  });

  it.each([
    ['at an old version', left, 1, [{ kind: 'FundChanged', version: 2 }]],
    ['of nothing', balancesWith({ RECEIVED: 5n, PAID: 5n }), 2, [{ kind: 'FundEmpty' }]],
    [
      'while a batch holds money',
      balancesWith({ RECEIVED: 3n, AVAILABLE: 1n, RESERVED: 1n, COMMITTED: 1n }),
      2,
      [{ kind: 'FundStillPromised', reservedFen: '1', committedFen: '1' }],
    ],
  ])('%s is refused', (_, balances, version, refusals) => {
    expect(carryOverRefusals({ version: 2, balances }, { version })).toEqual(refusals);
  });
});
