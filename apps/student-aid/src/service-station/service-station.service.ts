import type { RequestContext } from '@bureau/subgraph';
import type { ServiceStation } from './service-station.entity.ts';
import { ServiceStationRepository } from './service-station.repository.ts';

export class ServiceStationService {
  readonly #request: RequestContext;
  readonly #today: string;

  constructor(request: RequestContext, today: string) {
    this.#request = request;
    this.#today = today;
  }

  listOpen(): Promise<ServiceStation[]> {
    const { session, actor } = this.#request;
    return new ServiceStationRepository(session).listOpen(actor.scope.county, this.#today);
  }
}
