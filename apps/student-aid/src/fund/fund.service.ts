import { Connection, idInCounty, loadKnown, oneByKey, type PageArguments, type RequestContext } from '@bureau/subgraph';
import type { Fund } from './fund.entity.ts';
import type { FundReceipt } from './fund-receipt.entity.ts';
import {
  FUND_ORDERS,
  FUND_PART_ORDERS,
  type FundCriteria,
  type FundGroup,
  type FundGrouping,
  FundRepository,
} from './fund.repository.ts';
import type { LedgerEntry } from './ledger-entry.entity.ts';

export type FundConnection = Connection<Fund>;
export type FundReceiptConnection = Connection<FundReceipt>;
export type LedgerEntryConnection = Connection<LedgerEntry>;

export class FundService {
  readonly #request: RequestContext;
  readonly #repository: FundRepository;
  readonly #byId;

  constructor(request: RequestContext) {
    const { county } = request.actor.scope;
    const repository = new FundRepository(request.session);
    this.#request = request;
    this.#repository = repository;
    this.#byId = oneByKey(
      (ids) => repository.listByIds(county, ids),
      (fund) => fund.id,
    );
  }

  get(id: string): Promise<Fund> {
    return loadKnown(this.#byId, id);
  }

  /** As it now is. */
  find(id: string): Promise<Fund | null> {
    return this.#byId.clear(id).load(id);
  }

  async findByGlobalId(globalId: string): Promise<Fund | null> {
    const id = idInCounty(globalId, this.#request.actor.scope.county, 'id');
    return id ? this.#byId.load(id) : null;
  }

  list(criteria: FundCriteria, order: keyof typeof FUND_ORDERS, page: PageArguments): FundConnection {
    const { session, actor } = this.#request;
    const rows = this.#repository.matching(actor.scope.county, criteria);
    return new Connection({ reader: session, order: FUND_ORDERS[order], page, rows });
  }

  sumGroups(criteria: FundCriteria, grouping: FundGrouping): Promise<FundGroup[]> {
    return this.#repository.sumGroups(this.#request.actor.scope.county, criteria, grouping);
  }

  receipts({ countyCode, id }: Fund, page: PageArguments): FundReceiptConnection {
    const rows = this.#repository.receiptsOf(countyCode, id);
    return new Connection({ reader: this.#request.session, order: FUND_PART_ORDERS.receipts, page, rows });
  }

  entries({ countyCode, id }: Fund, page: PageArguments): LedgerEntryConnection {
    const rows = this.#repository.entriesOf(countyCode, id);
    return new Connection({ reader: this.#request.session, order: FUND_PART_ORDERS.entries, page, rows });
  }
}
