import { Connection, idInCounty, manyByKey, oneByKey, type PageArguments, type RequestContext } from '@bureau/subgraph';
import { REVIEW_ORDERS, type ReviewGroup, ReviewRepository } from '../review/review.repository.ts';
import { type AidApplication, AidApplicationEntity } from './aid-application.entity.ts';
import type { Transaction } from '../workflow/workflow.repository.ts';
import { type ApplicationCriteria, whereAsked } from './application.repository.ts';

export type ApplicationConnection = Connection<AidApplication>;

export class ApplicationService {
  readonly #request: RequestContext;
  readonly #rows: ReviewRepository<AidApplication>;
  readonly #byId;
  readonly #ofStudent;

  constructor(request: RequestContext) {
    const { county } = request.actor.scope;
    const rows = new ReviewRepository(request.session, AidApplicationEntity);
    this.#request = request;
    this.#rows = rows;
    this.#byId = oneByKey(
      (ids) => rows.listByIds(county, ids),
      (row) => row.id,
    );
    this.#ofStudent = manyByKey(
      (ids) => rows.listOfStudents(county, ids),
      (row) => row.studentId,
    );
  }

  forget(): void {
    this.#byId.clearAll();
    this.#ofStudent.clearAll();
  }

  async findByGlobalId(globalId: string): Promise<AidApplication | null> {
    const id = idInCounty(globalId, this.#request.actor.scope.county, 'id');
    return id ? this.#byId.load(id) : null;
  }

  /** Those of the ids that the caller may see. */
  async listByIds(ids: readonly string[]): Promise<AidApplication[]> {
    return (await Promise.all(ids.map((id) => this.#byId.load(id)))).flatMap((row) => row ?? []);
  }

  listOfStudent(studentId: string): Promise<AidApplication[]> {
    return this.#ofStudent.load(studentId);
  }

  list(criteria: ApplicationCriteria, order: keyof typeof REVIEW_ORDERS, page: PageArguments): ApplicationConnection {
    const { session } = this.#request;
    return new Connection({ reader: session, order: REVIEW_ORDERS[order], page, rows: this.#matching(criteria) });
  }

  countGroups(criteria: ApplicationCriteria, property: string): Promise<ReviewGroup[]> {
    return this.#rows.countGroups(this.#matching(criteria), [criteria], property);
  }

  #matching(criteria: ApplicationCriteria) {
    const rows = this.#rows.matching(this.#request.actor.scope.county, criteria);
    return (manager: Transaction) => whereAsked(rows(manager), criteria);
  }
}
