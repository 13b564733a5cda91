import type { Actor, Sealer } from '@bureau/access';
import { newId, readerOf, type Session } from '@bureau/subgraph';
import type { DisbursementBatch } from '../disbursement/disbursement-batch.entity.ts';
import { DisbursementFundsRepository } from '../disbursement/disbursement-funds.repository.ts';
import { DisbursementRepository } from '../disbursement/disbursement.repository.ts';
import { nextBatchState, settlementOf } from '../disbursement/disbursement.rules.ts';
import type { BankReturn, BankReturnLine } from './bank-return.entity.ts';
import { BankReturnRepository } from './bank-return.repository.ts';
import {
  type Bucket,
  bucketOf,
  BUCKETS,
  type LineResult,
  type ReturnRefusal,
  type ReturnTotals,
  totalsRefusals,
} from './bank-return.rules.ts';

type Manager = Parameters<Parameters<Session['transaction']>[0]>[0];

/** A line as the file has it. */
export interface ReturnLine {
  lineNumber: number;
  sequence: number;
  batchNumber: string;
  account: string;
  amountFen: bigint;
  result: LineResult;
  failureCode: string | null;
  paidOn: string | null;
  bankSerial: string;
}

/** What the bank says of its file. */
export type NamedReturn = Pick<BankReturn, 'batchId' | 'contentHash'> & { totals: ReturnTotals };

export type TakenReturn = { refusals: ReturnRefusal[] } | { counts: Record<Bucket, number> };

const SENT_STATES = ['SENT_TO_BANK', 'PARTIALLY_PAID', 'PAID', 'RECONCILED'];

/** Takes a file that came back from the bank, whole or not at all, in the caller's transaction. */
export class BankReturnService {
  readonly #sealer: Sealer;
  readonly #now: () => Date;

  constructor(sealer: Sealer, now: () => Date) {
    this.#sealer = sealer;
    this.#now = now;
  }

  /** Answers how many lines ended in each bucket, or why the file is refused: then nothing of it is kept. */
  async take(
    manager: Manager,
    actor: Actor,
    named: NamedReturn,
    chunks: AsyncIterable<ReturnLine[]>,
  ): Promise<TakenReturn> {
    await manager.query('SAVEPOINT before_return');
    const taken = await this.#take(manager, actor, named, chunks);
    if ('refusals' in taken) await manager.query('ROLLBACK TO SAVEPOINT before_return');
    return taken;
  }

  async #take(
    manager: Manager,
    actor: Actor,
    named: NamedReturn,
    chunks: AsyncIterable<ReturnLine[]>,
  ): Promise<TakenReturn> {
    const { county } = actor.scope;
    const [returns, batches] = [new BankReturnRepository(manager), new DisbursementRepository(readerOf(manager))];
    const batch = await batches.findForUpdate(county, named.batchId);
    if (!batch) return { refusals: [{ kind: 'RETURN_BATCH_NOT_FOUND' }] };
    if (await returns.isTaken(county, named.contentHash)) return { refusals: [{ kind: 'RETURN_ALREADY_TAKEN' }] };
    if (!SENT_STATES.includes(batch.state))
      return { refusals: [{ kind: 'RETURN_BATCH_NOT_SENT', state: batch.state }] };

    const taken = this.#newReturn(actor, named);
    await returns.insert(taken);
    const counts = Object.fromEntries(BUCKETS.map((bucket) => [bucket, 0])) as Record<Bucket, number>;
    const found = { count: 0, amountFen: 0n };
    const seen = new Set<string>();
    for await (const chunk of chunks) {
      const strange = chunk.find(({ batchNumber }) => batchNumber !== '' && batchNumber !== batch.number);
      if (strange) return { refusals: [{ kind: 'RETURN_OF_ANOTHER_BATCH', line: strange.lineNumber }] };
      for (const line of await this.#sort(returns, { batch, taken, seen }, chunk)) counts[line.bucket] += 1;
      found.count += chunk.length;
      found.amountFen = chunk.reduce((sum, { amountFen }) => sum + amountFen, found.amountFen);
    }
    const refusals = totalsRefusals(named.totals, found);
    if (refusals.length > 0) return { refusals };
    await this.#settle(manager, { batch, taken, actor });
    return { counts };
  }

  /** Puts each line of a chunk into its bucket. */
  async #sort(
    returns: BankReturnRepository,
    { batch, taken, seen }: { batch: DisbursementBatch; taken: BankReturn; seen: Set<string> },
    chunk: readonly ReturnLine[],
  ): Promise<BankReturnLine[]> {
    const known = await returns.listPayments(
      batch,
      chunk.map(({ sequence }) => sequence),
    );
    const bySequence = new Map(known.map((payment) => [payment.sequence, payment]));
    const sorted = chunk.map((line): BankReturnLine => {
      const payment = bySequence.get(line.sequence);
      const accountIndex = this.#sealer.index(line.account).toString('hex');
      const bucket = bucketOf({ ...line, accountIndex }, payment, payment !== undefined && seen.has(payment.id));
      const its = bucket === 'UNKNOWN' ? undefined : payment;
      if (its && bucket !== 'WRONG_AMOUNT') seen.add(its.id);
      return {
        countyCode: taken.countyCode,
        returnId: taken.id,
        lineNumber: line.lineNumber,
        batchId: batch.id,
        paymentId: its?.id ?? null,
        schoolId: its?.schoolId ?? null,
        sending: its?.sendings ?? null,
        bucket,
        amountFen: String(line.amountFen),
        accountLast4: line.account.slice(-4),
        failureCode: bucket === 'FAILED' ? (line.failureCode ?? 'OTHER') : null,
        paidOn: bucket === 'PAID' ? line.paidOn : null,
        bankSerial: line.bankSerial,
      };
    });
    await returns.insertLines(sorted);
    return sorted;
  }

  /** Brings payments, funds and the batch where the lines say they are. */
  async #settle(
    manager: Manager,
    { batch, taken, actor }: { batch: DisbursementBatch; taken: BankReturn; actor: Actor },
  ): Promise<void> {
    const [returns, funds] = [new BankReturnRepository(manager), new DisbursementFundsRepository(manager)];
    for (const bucket of ['PAID', 'FAILED', 'REVERSED'] as const) await returns.apply(taken, bucket);
    const [recordedBy, recordedAt] = [taken.takenBy, taken.takenAt];
    for (const [kind, bucket] of [
      ['PAY', 'PAID'],
      ['REVERSE', 'REVERSED'],
    ] as const) {
      const lacking = await funds.move(batch, kind, await returns.listAmounts(taken, bucket), {
        recordedBy,
        recordedAt,
      });
      if (lacking.length > 0) throw new Error('A batch was paid more than was committed for it.');
    }
    const act = settlementOf(await returns.countUnsettled(batch));
    const state = nextBatchState(batch.state, act) ?? batch.state;
    const done = { act, doneBy: recordedBy, roles: [...actor.roles], doneAt: recordedAt, reason: null };
    await new DisbursementRepository(readerOf(manager)).step(batch, { state }, done);
  }

  #newReturn({ scope, subject }: Actor, { batchId, contentHash, totals }: NamedReturn): BankReturn {
    return {
      countyCode: scope.county,
      id: newId(),
      batchId,
      contentHash,
      lineCount: totals.count,
      amountFen: String(totals.amountFen),
      takenBy: subject,
      takenAt: this.#now(),
    };
  }
}
