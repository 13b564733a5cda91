import type { Sealer } from '@bureau/access';
import {
  Connection,
  idInCounty,
  loadKnown,
  manyByKey,
  oneByKey,
  type PageArguments,
  type RequestContext,
} from '@bureau/subgraph';
import type { ActService } from '../act/act.service.ts';
import type { DisabledChild } from './disabled-child.entity.ts';
import {
  DISABLED_CHILD_ORDERS,
  type DisabledChildCriteria,
  type DisabledChildGroup,
  type DisabledChildGrouping,
  DisabledChildRepository,
} from './disabled-child.repository.ts';
import type { Disability } from './disability.entity.ts';

/** A child as it was found: on which day its placement is looked at. */
export interface DatedChild extends DisabledChild {
  asOf: string;
}

export interface ChildDisability extends Disability {
  isPrimary: boolean;
}

export interface DisabledChildConnection {
  nodes: () => Promise<DatedChild[]>;
  edges: () => Promise<{ cursor: string; node: DatedChild }[]>;
  pageInfo: Connection<DisabledChild>['pageInfo'];
  totalCount: Connection<DisabledChild>['totalCount'];
}

export class DisabledChildService {
  readonly #request: RequestContext;
  readonly #sealer: Sealer;
  readonly #repository: DisabledChildRepository;
  readonly #byId;
  readonly #disabilities;

  constructor(request: RequestContext, { today, sealer, acts }: { today: string; sealer: Sealer; acts: ActService }) {
    const repository = new DisabledChildRepository(request.session);
    const { county } = request.actor.scope;
    this.#request = request;
    this.#sealer = sealer;
    this.#repository = repository;
    this.#byId = oneByKey(
      async (ids) => (await repository.listByIds(county, ids)).map((child): DatedChild => ({ ...child, asOf: today })),
      (child) => child.id,
    );
    this.#disabilities = manyByKey(
      (ids) => repository.listDisabilities(county, ids),
      (disability) => disability.childId,
    );
    acts.forgets(this.#byId, this.#disabilities);
  }

  get(id: string): Promise<DatedChild> {
    return loadKnown(this.#byId, id);
  }

  /** Null when the child is out of the caller's sight. */
  find(id: string): Promise<DatedChild | null> {
    return this.#byId.load(id);
  }

  /** Null when the caller may not see the child, or there is none. */
  async findByGlobalId(globalId: string): Promise<DatedChild | null> {
    const id = idInCounty(globalId, this.#request.actor.scope.county, 'id');
    return id ? this.#byId.load(id) : null;
  }

  /** The primary one first, the others by category. */
  async listDisabilities({ id, primaryCategory }: DisabledChild): Promise<ChildDisability[]> {
    const disabilities = await this.#disabilities.load(id);
    return disabilities
      .map((disability) => ({ ...disability, isPrimary: disability.category === primaryCategory }))
      .toSorted((one, other) => Number(other.isPrimary) - Number(one.isPrimary));
  }

  list(
    criteria: DisabledChildCriteria,
    order: keyof typeof DISABLED_CHILD_ORDERS,
    page: PageArguments,
  ): DisabledChildConnection {
    const { session, actor } = this.#request;
    const rows = this.#repository.matching(actor.scope.county, criteria);
    const list = new Connection({
      reader: session,
      order: DISABLED_CHILD_ORDERS[order],
      page,
      rows,
      sealer: this.#sealer,
    });
    const dated = (child: DisabledChild): DatedChild => ({ ...child, asOf: criteria.asOf });
    return {
      nodes: async () => (await list.nodes()).map(dated),
      edges: async () => (await list.edges()).map(({ cursor, node }) => ({ cursor, node: dated(node) })),
      pageInfo: list.pageInfo,
      totalCount: list.totalCount,
    };
  }

  countGroups(criteria: DisabledChildCriteria, grouping: DisabledChildGrouping): Promise<DisabledChildGroup[]> {
    return this.#repository.countGroups(this.#request.actor.scope.county, criteria, grouping);
  }
}
