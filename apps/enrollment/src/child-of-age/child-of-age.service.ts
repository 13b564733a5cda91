import type { Sealer } from '@bureau/access';
import type { Ratio } from '@bureau/money';
import { Connection, manyByKey, type PageArguments, type RequestContext } from '@bureau/subgraph';
import type { AgeBand, ChildOfAge } from './child-of-age.entity.ts';
import { CHILD_OF_AGE_ORDERS, type ChildOfAgeCriteria, ChildOfAgeRepository } from './child-of-age.repository.ts';
import { enrollmentRate } from './child-of-age.rules.ts';

export type ChildOfAgeConnection = Connection<ChildOfAge>;

export class ChildOfAgeService {
  readonly #request: RequestContext;
  readonly #sealer: Sealer;
  readonly #repository: ChildOfAgeRepository;
  readonly #countsOfYear;

  constructor(request: RequestContext, sealer: Sealer) {
    const repository = new ChildOfAgeRepository(request.session);
    this.#request = request;
    this.#sealer = sealer;
    this.#repository = repository;
    this.#countsOfYear = manyByKey(
      (years) => repository.countWhereabouts(request.actor.scope.county, years.map(Number)),
      (count) => String(count.schoolYear),
    );
  }

  async enrollmentRate(ageBand: AgeBand, schoolYear: number): Promise<Ratio> {
    const counts = await this.#countsOfYear.load(String(schoolYear));
    return enrollmentRate(counts.filter((count) => count.ageBand === ageBand));
  }

  list(
    criteria: ChildOfAgeCriteria,
    order: keyof typeof CHILD_OF_AGE_ORDERS,
    page: PageArguments,
  ): ChildOfAgeConnection {
    const { session, actor } = this.#request;
    const rows = this.#repository.matching(actor.scope.county, criteria);
    return new Connection({ reader: session, order: CHILD_OF_AGE_ORDERS[order], page, rows, sealer: this.#sealer });
  }
}
