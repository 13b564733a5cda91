import { Connection, manyByKey, type PageArguments, type RequestContext } from '@bureau/subgraph';
import type { AidGap } from './aid-gap.entity.ts';
import type { GapKind } from './entitlement.rules.ts';
import { GAP_ORDERS, type GapCriteria, type GapGroup, type GapGrouping, GapRepository } from './gap.repository.ts';

export type AidGapConnection = Connection<AidGap>;

/** The lists of aid that is missing, wrong or wrongly addressed. */
export class GapService {
  readonly #request: RequestContext;
  readonly #repository: GapRepository;
  readonly #ofStudent;

  constructor(request: RequestContext) {
    const repository = new GapRepository(request.session);
    this.#request = request;
    this.#repository = repository;
    this.#ofStudent = manyByKey(
      (ids) => repository.listOfStudents(request.actor.scope.county, ids),
      (gap) => gap.studentId,
    );
  }

  listOfStudent(studentId: string): Promise<AidGap[]> {
    return this.#ofStudent.load(studentId);
  }

  list(kind: GapKind, criteria: GapCriteria, order: keyof typeof GAP_ORDERS, page: PageArguments): AidGapConnection {
    const { session, actor } = this.#request;
    const rows = this.#repository.matching(actor.scope.county, kind, criteria);
    return new Connection({ reader: session, order: GAP_ORDERS[order], page, rows });
  }

  countGroups(kind: GapKind, criteria: GapCriteria, grouping: GapGrouping): Promise<GapGroup[]> {
    return this.#repository.countGroups(this.#request.actor.scope.county, kind, criteria, grouping);
  }
}
