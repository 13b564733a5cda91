import { type Reader, readerOf } from '@bureau/subgraph';
import type { EntityManager } from 'typeorm';
import { type MovementKind, shortfall } from '../fund/fund.rules.ts';
import { type Cause, LedgerRepository, standingOf } from '../fund/ledger.repository.ts';
import type { DisbursementBatch } from './disbursement-batch.entity.ts';
import { DisbursementRepository } from './disbursement.repository.ts';
import type { BatchRefusal } from './disbursement.rules.ts';
import { type AmountCount, fundParts } from './funding.rules.ts';

/** Moves money of the funds that a batch draws on. */
export class DisbursementFundsRepository {
  readonly #reader: Reader;
  readonly #ledger: LedgerRepository;

  constructor(manager: EntityManager) {
    this.#reader = readerOf(manager);
    this.#ledger = new LedgerRepository(manager);
  }

  /** Moves what payments of these amounts come to in each fund, or moves nothing and says which fund lacks how much. */
  async move(
    { countyCode, id }: DisbursementBatch,
    kind: MovementKind,
    amounts: readonly AmountCount[],
    cause: Omit<Cause, 'batchId' | 'receiptId'>,
  ): Promise<BatchRefusal[]> {
    const funding = await new DisbursementRepository(this.#reader).listFundingOf(countyCode, [id]);
    const parts = fundParts(amounts, funding);
    const funds = await this.#ledger.listForUpdate(countyCode, [...parts.keys()]);
    const movementsOf = (fundId: string) => [{ kind, amountFen: parts.get(fundId) ?? 0n }];
    const refusals = funds.flatMap((fund): BatchRefusal[] => {
      const lacking = shortfall(standingOf(fund).balances, movementsOf(fund.id));
      return lacking === null ? [] : [{ kind: 'FundsInsufficient', fundId: fund.id, shortfallFen: String(lacking) }];
    });
    if (refusals.length > 0) return refusals;
    for (const fund of funds) await this.#ledger.move(fund, movementsOf(fund.id), { ...cause, batchId: id });
    return [];
  }
}
