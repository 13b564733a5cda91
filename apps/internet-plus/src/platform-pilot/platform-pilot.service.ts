import { Connection, manyByKey, oneByKey, type PageArguments, type RequestContext } from '@bureau/subgraph';
import type { PlatformPilot } from './platform-pilot.entity.ts';
import {
  PLATFORM_PILOT_ORDERS,
  type PlatformPilotCriteria,
  PlatformPilotRepository,
} from './platform-pilot.repository.ts';

export type PlatformPilotConnection = Connection<PlatformPilot>;

export class PlatformPilotService {
  readonly #request: RequestContext;
  readonly #repository: PlatformPilotRepository;
  readonly #underWay;
  readonly #byId;

  constructor(request: RequestContext, today: string) {
    const repository = new PlatformPilotRepository(request.session);
    this.#request = request;
    this.#repository = repository;
    this.#byId = oneByKey(
      (ids) => repository.listByIds(request.actor.scope.county, ids),
      (pilot) => pilot.id,
    );
    this.#underWay = manyByKey(
      (schoolIds) => repository.listUnderWay(request.actor.scope.county, schoolIds, today),
      (pilot) => pilot.schoolId,
    );
  }

  /** Null when the caller may not see it. */
  find(id: string): Promise<PlatformPilot | null> {
    return this.#byId.load(id);
  }

  /** The school's pilots under way today. */
  listUnderWay(schoolId: string): Promise<PlatformPilot[]> {
    return this.#underWay.load(schoolId);
  }

  list(
    criteria: PlatformPilotCriteria,
    order: keyof typeof PLATFORM_PILOT_ORDERS,
    page: PageArguments,
  ): PlatformPilotConnection {
    const { session, actor } = this.#request;
    const rows = this.#repository.matching(actor.scope.county, criteria);
    return new Connection({ reader: session, order: PLATFORM_PILOT_ORDERS[order], page, rows });
  }
}
