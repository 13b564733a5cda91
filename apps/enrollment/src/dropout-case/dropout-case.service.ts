import { Connection, idInCounty, manyByKey, oneByKey, type PageArguments, type RequestContext } from '@bureau/subgraph';
import type { DropoutCase } from './dropout-case.entity.ts';
import {
  DROPOUT_CASE_ORDERS,
  type DropoutCaseCriteria,
  type DropoutCaseGroup,
  type DropoutCaseGrouping,
  DropoutCaseRepository,
  type DropoutCounts,
} from './dropout-case.repository.ts';

export type DropoutCaseConnection = Connection<DropoutCase>;

/** The id of the case, where there is one, and why the act was refused, if it was. */
export interface Outcome<Refusal> {
  dropoutCaseId: string | null;
  refusals: Refusal[];
}

export class DropoutCaseService {
  readonly #request: RequestContext;
  readonly #repository: DropoutCaseRepository;
  readonly #byId;
  readonly #ofStudent;

  constructor(request: RequestContext) {
    const repository = new DropoutCaseRepository(request.session);
    const { county } = request.actor.scope;
    this.#request = request;
    this.#repository = repository;
    this.#byId = oneByKey(
      (ids) => repository.listByIds(county, ids),
      (dropoutCase) => dropoutCase.id,
    );
    this.#ofStudent = manyByKey(
      (ids) => repository.listOfStudents(county, ids),
      (dropoutCase) => dropoutCase.studentId,
    );
  }

  find(id: string): Promise<DropoutCase | null> {
    return this.#byId.load(id);
  }

  async findByGlobalId(globalId: string): Promise<DropoutCase | null> {
    const id = idInCounty(globalId, this.#request.actor.scope.county, 'id');
    return id ? this.find(id) : null;
  }

  listOfStudent(studentId: string): Promise<DropoutCase[]> {
    return this.#ofStudent.load(studentId);
  }

  /** Before a write: what is read afterwards is read anew. */
  forget(): void {
    this.#byId.clearAll();
    this.#ofStudent.clearAll();
  }

  list(
    criteria: DropoutCaseCriteria,
    order: keyof typeof DROPOUT_CASE_ORDERS,
    page: PageArguments,
  ): DropoutCaseConnection {
    const { session, actor } = this.#request;
    const rows = this.#repository.matching(actor.scope.county, criteria);
    return new Connection({ reader: session, order: DROPOUT_CASE_ORDERS[order], page, rows });
  }

  countInYear(year: number): Promise<DropoutCounts> {
    return this.#repository.countInYear(this.#request.actor.scope.county, year);
  }

  countGroups(criteria: DropoutCaseCriteria, grouping: DropoutCaseGrouping): Promise<DropoutCaseGroup[]> {
    return this.#repository.countGroups(this.#request.actor.scope.county, criteria, grouping);
  }
}
