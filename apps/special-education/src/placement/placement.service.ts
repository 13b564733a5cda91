import { type Season, termYear } from '@bureau/calendar';
import { settingsOn } from '@bureau/settings';
import { Connection, idInCounty, manyByKey, oneByKey, type PageArguments, type RequestContext } from '@bureau/subgraph';
import type { ActService } from '../act/act.service.ts';
import type { Placement } from './placement.entity.ts';
import { externalPlacementSettings } from '../external-placement/external-placement.settings.ts';
import {
  PLACEMENT_ORDERS,
  type PlacementCriteria,
  type PlacementGrouping,
  PlacementRepository,
} from './placement.repository.ts';
import { placementOn } from './placement.rules.ts';

/** Which placements, as the caller asks: the day by which a term's confirmation is due is the county's. */
export interface PlacementQuestion extends Omit<PlacementCriteria, 'unconfirmed'> {
  unconfirmedIn?: { schoolYear: number; season: Season } | null | undefined;
}

export interface PlacementConnection {
  nodes: () => Promise<Placement[]>;
  edges: () => Promise<{ cursor: string; node: Placement }[]>;
  pageInfo: Connection<Placement>['pageInfo'];
  totalCount: () => Promise<number>;
}

export class PlacementService {
  readonly #county: string;
  readonly #today: string;
  readonly #session: RequestContext['session'];
  readonly #repository: PlacementRepository;
  readonly #byId;
  readonly #ofChild;

  constructor({ session, actor }: RequestContext, acts: ActService) {
    const repository = new PlacementRepository(session);
    const { county } = actor.scope;
    this.#county = county;
    this.#today = acts.today;
    this.#session = session;
    this.#repository = repository;
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

  find(id: string): Promise<Placement | null> {
    return this.#byId.load(id);
  }

  async findByGlobalId(globalId: string): Promise<Placement | null> {
    const id = idInCounty(globalId, this.#county, 'id');
    return id ? this.find(id) : null;
  }

  /** Earliest first. */
  listOfChild(childId: string): Promise<Placement[]> {
    return this.#ofChild.load(childId);
  }

  async findOfChild(childId: string, day: string): Promise<Placement | null> {
    return placementOn(await this.listOfChild(childId), day);
  }

  async list(
    question: PlacementQuestion,
    order: keyof typeof PLACEMENT_ORDERS,
    page: PageArguments,
  ): Promise<PlacementConnection> {
    const rows = this.#repository.matching(this.#county, await this.#criteriaOf(question));
    return new Connection({ reader: this.#session, order: PLACEMENT_ORDERS[order], page, rows });
  }

  async countGroups(question: PlacementQuestion, grouping: PlacementGrouping) {
    return this.#repository.countGroups(this.#county, await this.#criteriaOf(question), grouping);
  }

  async #criteriaOf({ unconfirmedIn, ...criteria }: PlacementQuestion): Promise<PlacementCriteria> {
    if (!unconfirmedIn) return criteria;
    const catalogue = externalPlacementSettings;
    const settings = await settingsOn(this.#session, { county: this.#county, day: this.#today, catalogue });
    const { schoolYear, season } = unconfirmedIn;
    const dueOn = `${termYear(unconfirmedIn)}-${settings['externalPlacement.confirmBy'][season]}`;
    return { ...criteria, unconfirmed: { schoolYear, season, dueOn } };
  }
}
