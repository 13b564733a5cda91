/** Where a line of a return file ends, each in exactly one (docs/rules/student-aid.md#reconciliation). */
export const BUCKETS = ['PAID', 'FAILED', 'UNKNOWN', 'DUPLICATE', 'WRONG_AMOUNT', 'REVERSED'] as const;
export type Bucket = (typeof BUCKETS)[number];

export type LineResult = 'PAID' | 'FAILED' | 'REVERSED';

/** A line as it was read. */
export interface AnsweredLine {
  accountIndex: string;
  amountFen: bigint;
  result: LineResult;
}

/** The payment in the place of the batch that the line names. */
export interface AnsweredPayment {
  state: string;
  amountFen: bigint;
  /** Of the account to which it was sent. */
  accountIndex: string | null;
}

/**
 * The bucket of a line. It is UNKNOWN when the batch has no such payment, or sent it to another account; what was answered
 * before, in this file or in another, is DUPLICATE.
 */
export function bucketOf(line: AnsweredLine, payment: AnsweredPayment | undefined, isRepeated: boolean): Bucket {
  if (!payment || payment.accountIndex !== line.accountIndex) return 'UNKNOWN';
  if (isRepeated) return 'DUPLICATE';
  if (line.amountFen !== payment.amountFen) return 'WRONG_AMOUNT';
  if (line.result === 'REVERSED') return payment.state === 'PAID' ? 'REVERSED' : 'DUPLICATE';
  return payment.state === 'SENT' || payment.state === 'RESENT' ? line.result : 'DUPLICATE';
}

export interface ReturnTotals {
  count: number;
  amountFen: bigint;
}

export type ReturnRefusal =
  | { kind: 'RETURN_BATCH_NOT_FOUND' }
  | { kind: 'RETURN_BATCH_NOT_SENT'; state: string }
  | { kind: 'RETURN_ALREADY_TAKEN' }
  | { kind: 'RETURN_OF_ANOTHER_BATCH'; line: number }
  | { kind: 'RETURN_TRUNCATED'; count: number }
  | { kind: 'RETURN_AMOUNT_DIFFERS'; amountFen: string }
  | { kind: 'RETURN_ENCODING_WRONG' }
  | { kind: 'RETURN_TEMPLATE_UNKNOWN'; known: readonly string[] };

/** The totals that the bank names beside its file are those of the lines; fewer lines mean that it was cut short. */
export function totalsRefusals(named: ReturnTotals, found: ReturnTotals): ReturnRefusal[] {
  if (found.count !== named.count) return [{ kind: 'RETURN_TRUNCATED', count: found.count }];
  if (found.amountFen !== named.amountFen)
    return [{ kind: 'RETURN_AMOUNT_DIFFERS', amountFen: String(found.amountFen) }];
  return [];
}
