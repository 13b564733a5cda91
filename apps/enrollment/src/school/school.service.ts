import { Connection, idInCounty, oneByKey, type PageArguments, type RequestContext } from '@bureau/subgraph';
import type { School } from './school.entity.ts';
import { SCHOOL_ORDERS, type SchoolCriteria, SchoolRepository } from './school.repository.ts';

export type SchoolConnection = Connection<School>;

export class SchoolService {
  readonly #request: RequestContext;
  readonly #repository: SchoolRepository;
  readonly #byId;
  readonly #byCode;
  readonly #studentCounts;

  constructor(request: RequestContext) {
    const { county } = request.actor.scope;
    const repository = new SchoolRepository(request.session);
    this.#request = request;
    this.#repository = repository;
    this.#byId = oneByKey(
      (ids) => repository.listByIds(county, ids),
      (school) => school.id,
    );
    this.#byCode = oneByKey(
      (codes) => repository.listByCodes(county, codes),
      (school) => school.code,
    );
    this.#studentCounts = oneByKey(
      (ids) => repository.countStudents(county, ids),
      (count) => count.schoolId,
    );
  }

  /** Null when the caller may not see the school, or there is none. */
  find(id: string): Promise<School | null> {
    return this.#byId.load(id);
  }

  async findByGlobalId(globalId: string): Promise<School | null> {
    const id = idInCounty(globalId, this.#request.actor.scope.county, 'id');
    return id ? this.find(id) : null;
  }

  findByCode(code: string): Promise<School | null> {
    return this.#byCode.load(code);
  }

  async countStudents(id: string): Promise<number> {
    return (await this.#studentCounts.load(id))?.count ?? 0;
  }

  list(criteria: SchoolCriteria, order: keyof typeof SCHOOL_ORDERS, page: PageArguments): SchoolConnection {
    const { session, actor } = this.#request;
    const rows = this.#repository.matching(actor.scope.county, criteria);
    return new Connection({ reader: session, order: SCHOOL_ORDERS[order], page, rows });
  }
}
