import { EntitySchema } from 'typeorm';
import type { Account, MovementKind } from './fund.rules.ts';

/**
 * One movement of a fund's money (分录): debit and credit in one row, so it balances by itself. It takes up the balances that
 * the entry before left, and leaves its own; both are foreign keys, so the ledger is one chain. Never changed.
 */
export interface LedgerEntry {
  countyCode: string;
  id: string;
  fundId: string;
  /** From 1, without gaps, within the fund. */
  number: number;
  previousNumber: number | null;
  kind: MovementKind;
  debitAccount: Account;
  creditAccount: Account;
  amountFen: string;
  balancesBefore: string[];
  balancesAfter: string[];
  /** What caused it: a receipt, or a batch. */
  receiptId: string | null;
  batchId: string | null;
  recordedBy: string;
  recordedAt: Date;
}

const primary = { primary: true, primaryKeyConstraintName: 'ledger_entry_pkey' } as const;

const MOVEMENT = [
  [2, 'AVAILABLE'],
  [3, 'RESERVED'],
  [4, 'COMMITTED'],
  [5, 'PAID'],
  [6, 'RETURNED'],
  [7, 'CARRIED_OVER'],
]
  .map(
    ([at, account]) =>
      `balances_after[${at}] - balances_before[${at}] = amount_fen * ((debit_account = '${account}')::integer - (credit_account = '${account}')::integer)`,
  )
  .join(' AND ');

export const LedgerEntryEntity = new EntitySchema<LedgerEntry>({
  name: 'LedgerEntry',
  columns: {
    countyCode: { type: 'varchar', length: 6, ...primary },
    id: { type: 'uuid', ...primary },
    fundId: { type: 'uuid' },
    number: { type: 'integer' },
    previousNumber: { type: 'integer', nullable: true },
    kind: { type: 'text' },
    debitAccount: { type: 'text' },
    creditAccount: { type: 'text' },
    amountFen: { type: 'bigint' },
    balancesBefore: { type: 'bigint', array: true },
    balancesAfter: { type: 'bigint', array: true },
    receiptId: { type: 'uuid', nullable: true },
    batchId: { type: 'uuid', nullable: true },
    recordedBy: { type: 'text' },
    recordedAt: { type: 'timestamptz' },
  },
  uniques: [
    { name: 'ledger_entry_number_key', columns: ['countyCode', 'fundId', 'number'] },
    { name: 'ledger_entry_balances_key', columns: ['countyCode', 'fundId', 'number', 'balancesAfter'] },
  ],
  indices: [{ name: 'ledger_entry_batch_idx', columns: ['countyCode', 'batchId', 'kind'] }],
  foreignKeys: [
    {
      name: 'ledger_entry_fund_fkey',
      target: 'Fund',
      columnNames: ['countyCode', 'fundId'],
      referencedColumnNames: ['countyCode', 'id'],
    },
    {
      name: 'ledger_entry_previous_fkey',
      target: 'LedgerEntry',
      columnNames: ['countyCode', 'fundId', 'previousNumber', 'balancesBefore'],
      referencedColumnNames: ['countyCode', 'fundId', 'number', 'balancesAfter'],
    },
    {
      name: 'ledger_entry_batch_fkey',
      target: 'DisbursementBatch',
      columnNames: ['countyCode', 'batchId'],
      referencedColumnNames: ['countyCode', 'id'],
    },
    {
      name: 'ledger_entry_receipt_fkey',
      target: 'FundReceipt',
      columnNames: ['countyCode', 'receiptId'],
      referencedColumnNames: ['countyCode', 'id'],
    },
  ],
  checks: [
    { name: 'ledger_entry_amount_check', expression: `amount_fen > 0` },
    {
      name: 'ledger_entry_chain_check',
      expression: `CASE WHEN number = 1 THEN previous_number IS NULL AND 0 = ALL (balances_before) ELSE number > 1 AND previous_number IS NOT NULL AND previous_number = number - 1 END`,
    },
    {
      name: 'ledger_entry_kind_check',
      expression: `(kind, credit_account, debit_account) IN (('RECEIVE', 'RECEIVED', 'AVAILABLE'), ('RESERVE', 'AVAILABLE', 'RESERVED'), ('RELEASE_RESERVED', 'RESERVED', 'AVAILABLE'), ('COMMIT', 'RESERVED', 'COMMITTED'), ('RELEASE_COMMITTED', 'COMMITTED', 'AVAILABLE'), ('PAY', 'COMMITTED', 'PAID'), ('REVERSE', 'PAID', 'COMMITTED'), ('TAKE_BACK', 'PAID', 'RETURNED'), ('CARRY_OVER', 'AVAILABLE', 'CARRIED_OVER'), ('CARRY_OVER_RETURNED', 'RETURNED', 'CARRIED_OVER'))`,
    },
    {
      name: 'ledger_entry_balances_check',
      expression: `cardinality(balances_before) = 7 AND cardinality(balances_after) = 7 AND balances_after[1] - balances_before[1] = amount_fen * (credit_account = 'RECEIVED')::integer AND ${MOVEMENT}`,
    },
    { name: 'ledger_entry_overdrawn_check', expression: `0 <= ALL (balances_after)` },
    { name: 'ledger_entry_cause_check', expression: `receipt_id IS NULL OR batch_id IS NULL` },
  ],
});
