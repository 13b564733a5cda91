import { newId } from '@bureau/subgraph';
import type { EntityManager } from 'typeorm';
import { type Fund, FundEntity } from './fund.entity.ts';
import { type Movement, type Posting, postings } from './fund.rules.ts';
import { LedgerEntryEntity } from './ledger-entry.entity.ts';

/** Why money moves, and who had it moved. */
export interface Cause {
  receiptId?: string;
  batchId?: string;
  recordedBy: string;
  recordedAt: Date;
}

/** How a fund that the caller holds locked stands. */
export const standingOf = ({ entryNumber, balances }: Fund) => ({ entryNumber, balances: balances.map(BigInt) });

/** Moves money within a transaction: the only way in which a fund's balances change. */
export class LedgerRepository {
  readonly #manager: EntityManager;

  constructor(manager: EntityManager) {
    this.#manager = manager;
  }

  /** Locks funds in the order of their ids, so that two batches on the same funds wait for each other and never cross. */
  listForUpdate(countyCode: string, ids: readonly string[]): Promise<Fund[]> {
    return this.#manager
      .createQueryBuilder(FundEntity, 'fund')
      .where('fund.countyCode = :countyCode AND fund.id = ANY(:ids)', { countyCode, ids })
      .orderBy('fund.id')
      .setLock('pessimistic_write')
      .getMany();
  }

  /** Writes what movements make of a fund that the caller holds locked. */
  async move(fund: Fund, movements: readonly Movement[], cause: Cause): Promise<void> {
    const made = postings(standingOf(fund), movements);
    const last = made.at(-1);
    if (!last) return;
    await this.#manager.insert(
      LedgerEntryEntity,
      made.map((posting) => entryOf(fund, posting, cause)),
    );
    const { countyCode, id, version } = fund;
    const { affected } = await this.#manager.update(
      FundEntity,
      { countyCode, id, version },
      { entryNumber: last.number, balances: last.balancesAfter.map(String), version: version + 1 },
    );
    if (affected !== 1) throw new Error('A fund changed while it was locked.');
  }
}

function entryOf({ countyCode, id: fundId }: Fund, posting: Posting, cause: Cause) {
  const { amountFen, balancesBefore, balancesAfter, number } = posting;
  return {
    countyCode,
    id: newId(),
    fundId,
    ...posting,
    previousNumber: number === 1 ? null : number - 1,
    amountFen: String(amountFen),
    balancesBefore: balancesBefore.map(String),
    balancesAfter: balancesAfter.map(String),
    receiptId: cause.receiptId ?? null,
    batchId: cause.batchId ?? null,
    recordedBy: cause.recordedBy,
    recordedAt: cause.recordedAt,
  };
}
