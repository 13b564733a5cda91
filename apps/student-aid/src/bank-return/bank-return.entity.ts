import { EntitySchema } from 'typeorm';
import type { Bucket } from './bank-return.rules.ts';

/** A file that came back from the bank (回盘文件), taken once. */
export interface BankReturn {
  countyCode: string;
  id: string;
  batchId: string;
  contentHash: Buffer;
  lineCount: number;
  amountFen: string;
  takenBy: string;
  takenAt: Date;
}

/** One line of it, in exactly one bucket. */
export interface BankReturnLine {
  countyCode: string;
  returnId: string;
  lineNumber: number;
  batchId: string;
  /** Null in the bucket UNKNOWN. */
  paymentId: string | null;
  /** The school of the payment, for row-level security. */
  schoolId: string | null;
  /** Which sending of the payment it answers. */
  sending: number | null;
  bucket: Bucket;
  amountFen: string;
  accountLast4: string;
  failureCode: string | null;
  paidOn: string | null;
  bankSerial: string;
}

const keyOf = (table: string) => ({ primary: true, primaryKeyConstraintName: `${table}_pkey` }) as const;

export const BankReturnEntity = new EntitySchema<BankReturn>({
  name: 'BankReturn',
  columns: {
    countyCode: { type: 'varchar', length: 6, ...keyOf('bank_return') },
    id: { type: 'uuid', ...keyOf('bank_return') },
    batchId: { type: 'uuid' },
    contentHash: { type: 'bytea' },
    lineCount: { type: 'integer' },
    amountFen: { type: 'bigint' },
    takenBy: { type: 'text' },
    takenAt: { type: 'timestamptz' },
  },
  uniques: [{ name: 'bank_return_content_key', columns: ['countyCode', 'contentHash'] }],
  foreignKeys: [
    {
      name: 'bank_return_batch_fkey',
      target: 'DisbursementBatch',
      columnNames: ['countyCode', 'batchId'],
      referencedColumnNames: ['countyCode', 'id'],
    },
  ],
});

export const BankReturnLineEntity = new EntitySchema<BankReturnLine>({
  name: 'BankReturnLine',
  columns: {
    countyCode: { type: 'varchar', length: 6, ...keyOf('bank_return_line') },
    returnId: { type: 'uuid', ...keyOf('bank_return_line') },
    lineNumber: { type: 'integer', ...keyOf('bank_return_line') },
    batchId: { type: 'uuid' },
    paymentId: { type: 'uuid', nullable: true },
    schoolId: { type: 'uuid', nullable: true },
    sending: { type: 'smallint', nullable: true },
    bucket: { type: 'text' },
    amountFen: { type: 'bigint' },
    accountLast4: { type: 'varchar', length: 4 },
    failureCode: { type: 'text', nullable: true },
    paidOn: { type: 'date', nullable: true },
    bankSerial: { type: 'text' },
  },
  indices: [
    {
      name: 'bank_return_line_outcome_key',
      columns: ['countyCode', 'paymentId', 'sending'],
      unique: true,
      where: `bucket = ANY (ARRAY['PAID'::text, 'FAILED'::text])`,
    },
    { name: 'bank_return_line_batch_idx', columns: ['countyCode', 'batchId', 'bucket'] },
  ],
  foreignKeys: [
    {
      name: 'bank_return_line_return_fkey',
      target: 'BankReturn',
      columnNames: ['countyCode', 'returnId'],
      referencedColumnNames: ['countyCode', 'id'],
    },
    {
      name: 'bank_return_line_payment_fkey',
      target: 'Payment',
      columnNames: ['countyCode', 'paymentId'],
      referencedColumnNames: ['countyCode', 'id'],
    },
  ],
  checks: [
    {
      name: 'bank_return_line_bucket_check',
      expression: `bucket IN ('PAID', 'FAILED', 'UNKNOWN', 'DUPLICATE', 'WRONG_AMOUNT', 'REVERSED')`,
    },
    { name: 'bank_return_line_payment_check', expression: `bucket = 'UNKNOWN' OR payment_id IS NOT NULL` },
  ],
});
