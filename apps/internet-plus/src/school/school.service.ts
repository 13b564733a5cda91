import type { SchoolRoster } from '@bureau/events';
import { Connection, idInCounty, oneByKey, type PageArguments, type RequestContext } from '@bureau/subgraph';
import { schoolYearWindow } from '../roster/school-year-window.rules.ts';
import { SCHOOL_ORDERS, type SchoolCriteria, SchoolRepository } from './school.repository.ts';

export type InternetPlusSchoolConnection = Connection<SchoolRoster>;

/** The conditions as a caller gives them. */
export interface SchoolConditions extends Omit<SchoolCriteria, 'year'> {
  schoolYear: number;
}

export class SchoolService {
  readonly #request: RequestContext;
  readonly #today: string;
  readonly #repository: SchoolRepository;
  readonly #byId;

  constructor(request: RequestContext, today: string) {
    const repository = new SchoolRepository(request.session);
    this.#request = request;
    this.#today = today;
    this.#repository = repository;
    this.#byId = oneByKey(
      (ids) => repository.listByIds(request.actor.scope.county, ids),
      (school) => school.id,
    );
  }

  /** Null when the caller may not see the school, or this office has not heard of it. */
  async findByGlobalId(globalId: string): Promise<SchoolRoster | null> {
    const id = idInCounty(globalId, this.#request.actor.scope.county, 'id');
    return id ? this.#byId.load(id) : null;
  }

  /** Of the schools that a school year's figures count, those that meet the conditions. */
  listCounted(
    { schoolYear, ...conditions }: SchoolConditions,
    order: keyof typeof SCHOOL_ORDERS,
    page: PageArguments,
  ): InternetPlusSchoolConnection {
    const { session, actor } = this.#request;
    const criteria = { ...conditions, year: schoolYearWindow(schoolYear, this.#today) };
    const rows = this.#repository.matching(actor.scope.county, criteria);
    return new Connection({ reader: session, order: SCHOOL_ORDERS[order], page, rows });
  }
}
