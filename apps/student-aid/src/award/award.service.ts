import {
  Connection,
  idInCounty,
  loadKnown,
  manyByKey,
  oneByKey,
  type PageArguments,
  type RequestContext,
} from '@bureau/subgraph';
import type { AidAward } from './aid-award.entity.ts';
import {
  AWARD_ORDERS,
  type AwardCriteria,
  type AwardGroup,
  type AwardGrouping,
  AwardRepository,
} from './award.repository.ts';

export type AidAwardConnection = Connection<AidAward>;

export class AwardService {
  readonly #request: RequestContext;
  readonly #repository: AwardRepository;
  readonly #byId;
  readonly #ofStudent;

  constructor(request: RequestContext) {
    const { county } = request.actor.scope;
    const repository = new AwardRepository(request.session);
    this.#request = request;
    this.#repository = repository;
    this.#byId = oneByKey(
      (ids) => repository.listByIds(county, ids),
      (award) => award.id,
    );
    this.#ofStudent = manyByKey(
      (ids) => repository.listOfStudents(county, ids),
      (award) => award.studentId,
    );
  }

  /** Called before a write: what was read is read anew. */
  forget(): void {
    this.#byId.clearAll();
    this.#ofStudent.clearAll();
  }

  find(id: string): Promise<AidAward | null> {
    return this.#byId.load(id);
  }

  get(id: string): Promise<AidAward> {
    return loadKnown(this.#byId, id);
  }

  /** Null when the caller may not see the award, or there is none. */
  async findByGlobalId(globalId: string): Promise<AidAward | null> {
    const id = idInCounty(globalId, this.#request.actor.scope.county, 'id');
    return id ? this.#byId.load(id) : null;
  }

  listOfStudent(studentId: string): Promise<AidAward[]> {
    return this.#ofStudent.load(studentId);
  }

  list(criteria: AwardCriteria, order: keyof typeof AWARD_ORDERS, page: PageArguments): AidAwardConnection {
    const { session, actor } = this.#request;
    const rows = this.#repository.matching(actor.scope.county, criteria);
    return new Connection({ reader: session, order: AWARD_ORDERS[order], page, rows });
  }

  countGroups(criteria: AwardCriteria, grouping: AwardGrouping): Promise<AwardGroup[]> {
    return this.#repository.countGroups(this.#request.actor.scope.county, criteria, grouping);
  }
}
