import { Connection, idInCounty, manyByKey, oneByKey, type PageArguments, type RequestContext } from '@bureau/subgraph';
import type { Payment } from './payment.entity.ts';
import { PAYMENT_ORDERS, type PaymentCriteria, PaymentRepository } from './payment.repository.ts';

export type PaymentConnection = Connection<Payment>;

export class PaymentService {
  readonly #request: RequestContext;
  readonly #repository: PaymentRepository;
  readonly #byId;
  readonly #ofAward;

  constructor(request: RequestContext) {
    const { county } = request.actor.scope;
    const repository = new PaymentRepository(request.session);
    this.#request = request;
    this.#repository = repository;
    this.#byId = oneByKey(
      (ids) => repository.listByIds(county, ids),
      (payment) => payment.id,
    );
    this.#ofAward = manyByKey(
      (ids) => repository.listOfAwards(county, ids),
      (payment) => payment.awardId,
    );
  }

  /** Null when the caller may not see the payment, or there is none. */
  async findByGlobalId(globalId: string): Promise<Payment | null> {
    const id = idInCounty(globalId, this.#request.actor.scope.county, 'id');
    return id ? this.#byId.load(id) : null;
  }

  find(id: string): Promise<Payment | null> {
    return this.#byId.load(id);
  }

  /** As an act has left it. */
  findAnew(id: string): Promise<Payment | null> {
    return this.#byId.clear(id).load(id);
  }

  listOfAward(awardId: string): Promise<Payment[]> {
    return this.#ofAward.load(awardId);
  }

  list(criteria: PaymentCriteria, order: keyof typeof PAYMENT_ORDERS, page: PageArguments): PaymentConnection {
    const { session, actor } = this.#request;
    const rows = this.#repository.matching(actor.scope.county, criteria);
    return new Connection({ reader: session, order: PAYMENT_ORDERS[order], page, rows });
  }
}
