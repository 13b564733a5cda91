import { Connection, idInCounty, manyByKey, oneByKey, type PageArguments, type RequestContext } from '@bureau/subgraph';
import type { DisbursementBatch } from './disbursement-batch.entity.ts';
import type { DisbursementFunding, DisbursementSchool, DisbursementStep } from './disbursement-part.entity.ts';
import {
  BATCH_ORDERS,
  type BatchCriteria,
  type BatchGroup,
  type BatchGrouping,
  DisbursementRepository,
} from './disbursement.repository.ts';
import { mayApprove, nextBatchState } from './disbursement.rules.ts';

export type DisbursementBatchConnection = Connection<DisbursementBatch>;

/** Batches as they are. */
export class DisbursementBatchService {
  readonly #request: RequestContext;
  readonly #repository: DisbursementRepository;
  readonly #byId;
  readonly #schools;
  readonly #funding;
  readonly #steps;

  constructor(request: RequestContext) {
    const { county } = request.actor.scope;
    const repository = new DisbursementRepository(request.session);
    this.#request = request;
    this.#repository = repository;
    this.#byId = oneByKey(
      (ids) => repository.listByIds(county, ids),
      (batch) => batch.id,
    );
    this.#schools = manyByKey(
      (ids) => repository.listSchoolsOf(county, ids),
      ({ batchId }) => batchId,
    );
    this.#funding = manyByKey(
      (ids) => repository.listFundingOf(county, ids),
      ({ batchId }) => batchId,
    );
    this.#steps = manyByKey(
      (ids) => repository.listStepsOf(county, ids),
      ({ batchId }) => batchId,
    );
  }

  find(id: string): Promise<DisbursementBatch | null> {
    return this.#byId.load(id);
  }

  /** As an act has left it. */
  findAnew(id: string): Promise<DisbursementBatch | null> {
    return this.#byId.clear(id).load(id);
  }

  async findByGlobalId(globalId: string): Promise<DisbursementBatch | null> {
    const id = idInCounty(globalId, this.#request.actor.scope.county, 'id');
    return id ? this.#byId.load(id) : null;
  }

  list(criteria: BatchCriteria, order: keyof typeof BATCH_ORDERS, page: PageArguments): DisbursementBatchConnection {
    const { session, actor } = this.#request;
    const rows = this.#repository.matching(actor.scope.county, criteria);
    return new Connection({ reader: session, order: BATCH_ORDERS[order], page, rows });
  }

  countGroups(criteria: BatchCriteria, grouping: BatchGrouping): Promise<BatchGroup[]> {
    return this.#repository.countGroups(this.#request.actor.scope.county, criteria, grouping);
  }

  schools({ id }: DisbursementBatch): Promise<DisbursementSchool[]> {
    return this.#schools.load(id);
  }

  funding({ id }: DisbursementBatch): Promise<DisbursementFunding[]> {
    return this.#funding.load(id);
  }

  steps({ id }: DisbursementBatch): Promise<DisbursementStep[]> {
    return this.#steps.load(id);
  }

  viewerMayApprove(batch: DisbursementBatch): boolean {
    const { subject, scopes } = this.#request.actor;
    const waits = nextBatchState(batch.state, 'approve') !== null;
    return waits && scopes.has('disbursements:approve') && mayApprove(batch, subject);
  }
}
