import { Connection, idInCounty, manyByKey, oneByKey, type PageArguments, type RequestContext } from '@bureau/subgraph';
import type { TransferStep } from './transfer-step.entity.ts';
import type { Transfer } from './transfer.entity.ts';
import {
  TRANSFER_ORDERS,
  type TransferCriteria,
  type TransferGroup,
  type TransferGrouping,
  TransferRepository,
} from './transfer.repository.ts';

export type TransferConnection = Connection<Transfer>;

/** What one can look up about transfers. */
export class TransferService {
  readonly #request: RequestContext;
  readonly #today: string;
  readonly #repository: TransferRepository;
  readonly #byId;
  readonly #ofStudent;
  readonly #steps;

  constructor(request: RequestContext, today: string) {
    const repository = new TransferRepository(request.session);
    const { county } = request.actor.scope;
    this.#request = request;
    this.#today = today;
    this.#repository = repository;
    this.#byId = oneByKey(
      (ids) => repository.listByIds(county, ids),
      (transfer) => transfer.id,
    );
    this.#ofStudent = manyByKey(
      (ids) => repository.listOfStudents(county, ids),
      (transfer) => transfer.studentId,
    );
    this.#steps = manyByKey(
      (ids) => repository.listSteps(county, ids),
      (step) => step.transferId,
    );
  }

  find(id: string): Promise<Transfer | null> {
    return this.#byId.load(id);
  }

  async findByGlobalId(globalId: string): Promise<Transfer | null> {
    const id = idInCounty(globalId, this.#request.actor.scope.county, 'id');
    return id ? this.find(id) : null;
  }

  listOfStudent(studentId: string): Promise<Transfer[]> {
    return this.#ofStudent.load(studentId);
  }

  listSteps(transferId: string): Promise<TransferStep[]> {
    return this.#steps.load(transferId);
  }

  isOverdue({ endedOn, stepDueOn }: Transfer): boolean {
    return endedOn === null && stepDueOn !== null && stepDueOn < this.#today;
  }

  list(criteria: TransferCriteria, order: keyof typeof TRANSFER_ORDERS, page: PageArguments): TransferConnection {
    const { session, actor } = this.#request;
    const rows = this.#repository.matching(actor.scope.county, criteria, this.#today);
    return new Connection({ reader: session, order: TRANSFER_ORDERS[order], page, rows });
  }

  countGroups(criteria: TransferCriteria, grouping: TransferGrouping): Promise<TransferGroup[]> {
    const asked = { criteria, today: this.#today, grouping };
    return this.#repository.countGroups(this.#request.actor.scope.county, asked);
  }
}
