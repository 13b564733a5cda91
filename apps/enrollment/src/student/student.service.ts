import type { Sealer } from '@bureau/access';
import { Connection, idInCounty, oneByKey, type PageArguments, type RequestContext } from '@bureau/subgraph';
import type { Student } from './student.entity.ts';
import {
  STUDENT_ORDERS,
  type StudentCriteria,
  type StudentGroup,
  type StudentGrouping,
  StudentRepository,
} from './student.repository.ts';

export type StudentConnection = Connection<Student>;

export class StudentService {
  readonly #request: RequestContext;
  readonly #sealer: Sealer;
  readonly #repository: StudentRepository;
  readonly #byId;

  constructor(request: RequestContext, sealer: Sealer) {
    const repository = new StudentRepository(request.session);
    this.#request = request;
    this.#sealer = sealer;
    this.#repository = repository;
    this.#byId = oneByKey(
      (ids) => repository.listByIds(request.actor.scope.county, ids),
      (student) => student.id,
    );
  }

  /** Null when the caller may not see the child, or there is none. */
  find(id: string): Promise<Student | null> {
    return this.#byId.load(id);
  }

  async findByGlobalId(globalId: string): Promise<Student | null> {
    const id = idInCounty(globalId, this.#request.actor.scope.county, 'id');
    return id ? this.find(id) : null;
  }

  list(criteria: StudentCriteria, order: keyof typeof STUDENT_ORDERS, page: PageArguments): StudentConnection {
    const { session, actor } = this.#request;
    const rows = this.#repository.matching(actor.scope.county, criteria);
    return new Connection({ reader: session, order: STUDENT_ORDERS[order], page, rows, sealer: this.#sealer });
  }

  countGroups(criteria: StudentCriteria, grouping: StudentGrouping): Promise<StudentGroup[]> {
    return this.#repository.countGroups(this.#request.actor.scope.county, criteria, grouping);
  }
}
