import { idInCounty, manyByKey, oneByKey, type RequestContext } from '@bureau/subgraph';
import type { ActService } from '../act/act.service.ts';
import type { Placement } from './placement.entity.ts';
import { PlacementRepository } from './placement.repository.ts';
import { placementOn } from './placement.rules.ts';

export class PlacementService {
  readonly #county: string;
  readonly #byId;
  readonly #ofChild;

  constructor({ session, actor }: RequestContext, acts: ActService) {
    const repository = new PlacementRepository(session);
    const { county } = actor.scope;
    this.#county = county;
    this.#byId = oneByKey(
      (ids) => repository.listByIds(county, ids),
      (placement) => placement.id,
    );
    this.#ofChild = manyByKey(
      (ids) => repository.listOfChildren(county, ids),
      (placement) => placement.childId,
    );
    acts.forgets(this.#byId, this.#ofChild);
  }

  async findByGlobalId(globalId: string): Promise<Placement | null> {
    const id = idInCounty(globalId, this.#county, 'id');
    return id ? this.#byId.load(id) : null;
  }

  /** Earliest first. */
  listOfChild(childId: string): Promise<Placement[]> {
    return this.#ofChild.load(childId);
  }

  async findOfChild(childId: string, day: string): Promise<Placement | null> {
    return placementOn(await this.listOfChild(childId), day);
  }
}
