import { Connection, oneByKey, type PageArguments, type RequestContext } from '@bureau/subgraph';
import type { SmartCampusRating } from './smart-campus-rating.entity.ts';
import {
  SMART_CAMPUS_RATING_ORDERS,
  type SmartCampusRatingCriteria,
  type SmartCampusRatingGrouping,
  SmartCampusRatingRepository,
} from './smart-campus-rating.repository.ts';

export type SmartCampusRatingConnection = Connection<SmartCampusRating>;

export class SmartCampusRatingService {
  readonly #request: RequestContext;
  readonly #repository: SmartCampusRatingRepository;
  readonly #inForce;

  constructor(request: RequestContext, today: string) {
    const repository = new SmartCampusRatingRepository(request.session);
    this.#request = request;
    this.#repository = repository;
    this.#inForce = oneByKey(
      (schoolIds) => repository.listInForce(request.actor.scope.county, schoolIds, today),
      (rating) => rating.schoolId,
    );
  }

  /** The school's rating in force today. */
  findInForce(schoolId: string): Promise<SmartCampusRating | null> {
    return this.#inForce.load(schoolId);
  }

  countGroups(criteria: SmartCampusRatingCriteria, grouping: SmartCampusRatingGrouping) {
    return this.#repository.countGroups(this.#request.actor.scope.county, criteria, grouping);
  }

  list(
    criteria: SmartCampusRatingCriteria,
    order: keyof typeof SMART_CAMPUS_RATING_ORDERS,
    page: PageArguments,
  ): SmartCampusRatingConnection {
    const { session, actor } = this.#request;
    const rows = this.#repository.matching(actor.scope.county, criteria);
    return new Connection({ reader: session, order: SMART_CAMPUS_RATING_ORDERS[order], page, rows });
  }
}
