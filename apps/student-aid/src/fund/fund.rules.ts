/** Where money of a fund stands, in the order in which its balances are kept (docs/rules/student-aid.md#funds). */
export const ACCOUNTS = ['RECEIVED', 'AVAILABLE', 'RESERVED', 'COMMITTED', 'PAID', 'RETURNED', 'CARRIED_OVER'] as const;
export type Account = (typeof ACCOUNTS)[number];

/** A balance a place of `ACCOUNTS`; RECEIVED is always the sum of the others. */
export type Balances = readonly bigint[];

export const NO_BALANCES: Balances = ACCOUNTS.map(() => 0n);

/** What may happen to money, and between which accounts it then goes; RECEIVED is where it comes from. */
export const MOVEMENTS = {
  RECEIVE: { from: 'RECEIVED', to: 'AVAILABLE' },
  RESERVE: { from: 'AVAILABLE', to: 'RESERVED' },
  RELEASE_RESERVED: { from: 'RESERVED', to: 'AVAILABLE' },
  COMMIT: { from: 'RESERVED', to: 'COMMITTED' },
  RELEASE_COMMITTED: { from: 'COMMITTED', to: 'AVAILABLE' },
  PAY: { from: 'COMMITTED', to: 'PAID' },
  REVERSE: { from: 'PAID', to: 'COMMITTED' },
  TAKE_BACK: { from: 'PAID', to: 'RETURNED' },
  CARRY_OVER: { from: 'AVAILABLE', to: 'CARRIED_OVER' },
  CARRY_OVER_RETURNED: { from: 'RETURNED', to: 'CARRIED_OVER' },
} as const satisfies Record<string, { from: Account; to: Account }>;
export type MovementKind = keyof typeof MOVEMENTS;

export interface Movement {
  kind: MovementKind;
  /** Above zero. */
  amountFen: bigint;
}

/** How a fund stands: the number of its last entry, and its balances after it. */
export interface Standing {
  entryNumber: number | null;
  balances: Balances;
}

/** A row of the ledger: debited is where the money goes, credited where it comes from. */
export interface Posting {
  number: number;
  kind: MovementKind;
  debitAccount: Account;
  creditAccount: Account;
  amountFen: bigint;
  balancesBefore: Balances;
  balancesAfter: Balances;
}

export const balanceOf = (balances: Balances, account: Account): bigint => balances[ACCOUNTS.indexOf(account)] ?? 0n;

/** The balances after a movement; money that comes in adds to what was received. */
export function moved(balances: Balances, { kind, amountFen }: Movement): bigint[] {
  const { from, to } = MOVEMENTS[kind];
  return ACCOUNTS.map((account, at) => {
    const balance = balances[at] ?? 0n;
    if (account === to) return balance + amountFen;
    if (account !== from) return balance;
    return account === 'RECEIVED' ? balance + amountFen : balance - amountFen;
  });
}

/** The rows that movements make, one after another; movements of nothing make none. */
export function postings({ entryNumber, balances }: Standing, movements: readonly Movement[]): Posting[] {
  const made: Posting[] = [];
  let [last, before] = [entryNumber ?? 0, balances];
  for (const movement of movements) {
    if (movement.amountFen === 0n) continue;
    const { from, to } = MOVEMENTS[movement.kind];
    const after = moved(before, movement);
    last += 1;
    made.push({
      number: last,
      ...movement,
      debitAccount: to,
      creditAccount: from,
      balancesBefore: before,
      balancesAfter: after,
    });
    before = after;
  }
  return made;
}

/** How far movements would overdraw the fund: fen lacking in the account that they take from; null when they do not. */
export function shortfall(balances: Balances, movements: readonly Movement[]): bigint | null {
  let after = balances;
  for (const movement of movements) {
    after = moved(after, movement);
    const lowest = after.reduce((least, balance) => (balance < least ? balance : least), 0n);
    if (lowest < 0n) return -lowest;
  }
  return null;
}

export interface ReceiptAsked {
  documentNo: string;
  amountFen: bigint;
  receivedOn: string;
}

export type ReceiptRefusal =
  | { kind: 'FundProgrammeUnknown' }
  | { kind: 'FundAmountNotPositive' }
  | { kind: 'FundReceiptInFuture'; today: string }
  | { kind: 'FundDocumentNumberMissing' }
  | { kind: 'FundReceiptAlreadyRecorded'; receivedOn: string; amountFen: string }
  | { kind: 'FundAmountTooLarge' };

/** Beyond this no county's balance is plausible, and sums would near the end of 64 bits. */
const MOST_FEN = 10n ** 15n;

/** Every reason not to record money as received; empty when it may be (docs/rules/student-aid.md#funds). */
export function receiptRefusals(asked: ReceiptAsked, today: string): ReceiptRefusal[] {
  const refusals: ReceiptRefusal[] = [];
  if (asked.documentNo.trim() === '') refusals.push({ kind: 'FundDocumentNumberMissing' });
  if (asked.amountFen <= 0n) refusals.push({ kind: 'FundAmountNotPositive' });
  if (asked.amountFen > MOST_FEN) refusals.push({ kind: 'FundAmountTooLarge' });
  if (asked.receivedOn > today) refusals.push({ kind: 'FundReceiptInFuture', today });
  return refusals;
}

export type CarryOverRefusal =
  | { kind: 'FundNotFound' }
  | { kind: 'FundChanged'; version: number }
  | { kind: 'FundStillPromised'; reservedFen: string; committedFen: string }
  | { kind: 'FundEmpty' };

/** Every reason not to carry what is left of a fund into the next budget year (docs/rules/student-aid.md#funds). */
export function carryOverRefusals(
  fund: { version: number; balances: Balances },
  asked: { version: number },
): CarryOverRefusal[] {
  const refusals: CarryOverRefusal[] = [];
  if (asked.version !== fund.version) refusals.push({ kind: 'FundChanged', version: fund.version });
  const [reserved, committed] = [balanceOf(fund.balances, 'RESERVED'), balanceOf(fund.balances, 'COMMITTED')];
  if (reserved + committed > 0n)
    refusals.push({ kind: 'FundStillPromised', reservedFen: String(reserved), committedFen: String(committed) });
  if (carriedOver(fund.balances).length === 0) refusals.push({ kind: 'FundEmpty' });
  return refusals;
}

/** What is left goes whole into the next year: what was never promised, and what payees gave back. */
export function carriedOver(balances: Balances): Movement[] {
  const movements: Movement[] = [
    { kind: 'CARRY_OVER', amountFen: balanceOf(balances, 'AVAILABLE') },
    { kind: 'CARRY_OVER_RETURNED', amountFen: balanceOf(balances, 'RETURNED') },
  ];
  return movements.filter(({ amountFen }) => amountFen > 0n);
}
