import { Connection, idInCounty, oneByKey, type PageArguments, type RequestContext } from '@bureau/subgraph';
import type { EvidenceCategory } from './evidence-category.entity.ts';
import type { EvidenceEntry } from './evidence-entry.entity.ts';
import type { EvidenceList } from './evidence-list.entity.ts';
import {
  EVIDENCE_ORDERS,
  type EvidenceCriteria,
  type EvidenceGroup,
  type EvidenceGrouping,
  EvidenceRepository,
  LIST_ORDERS,
} from './evidence.repository.ts';

export type EvidenceListConnection = Connection<EvidenceList>;
export type EvidenceEntryConnection = Connection<EvidenceEntry>;

/** The lists of other departments, and whom they mean. */
export class EvidenceService {
  readonly #request: RequestContext;
  readonly #repository: EvidenceRepository;
  readonly #lists;
  readonly #entries;

  constructor(request: RequestContext) {
    const repository = new EvidenceRepository(request.session);
    const { county } = request.actor.scope;
    this.#request = request;
    this.#repository = repository;
    this.#lists = oneByKey(
      (ids) => repository.listByIds(county, ids),
      (list) => list.id,
    );
    this.#entries = oneByKey(
      (ids) => repository.entriesByIds(county, ids),
      (entry) => entry.id,
    );
  }

  /** Called before a write: what was read is read anew. */
  forget(): void {
    this.#lists.clearAll();
    this.#entries.clearAll();
  }

  listCategories(): Promise<EvidenceCategory[]> {
    return this.#repository.listCategories(this.#request.actor.scope.county);
  }

  findList(id: string): Promise<EvidenceList | null> {
    return this.#lists.load(id);
  }

  findEntry(id: string): Promise<EvidenceEntry | null> {
    return this.#entries.load(id);
  }

  async findListByGlobalId(globalId: string): Promise<EvidenceList | null> {
    const id = idInCounty(globalId, this.#request.actor.scope.county, 'id');
    return id ? this.#lists.load(id) : null;
  }

  lists(sources: readonly string[] | null, page: PageArguments): EvidenceListConnection {
    const { session, actor } = this.#request;
    const rows = this.#repository.lists(actor.scope.county, sources);
    return new Connection({ reader: session, order: LIST_ORDERS.LISTED_DESC, page, rows });
  }

  entries(
    criteria: EvidenceCriteria,
    order: keyof typeof EVIDENCE_ORDERS,
    page: PageArguments,
  ): EvidenceEntryConnection {
    const { session, actor } = this.#request;
    const rows = this.#repository.matching(actor.scope.county, criteria);
    return new Connection({ reader: session, order: EVIDENCE_ORDERS[order], page, rows });
  }

  countGroups(criteria: EvidenceCriteria, grouping: EvidenceGrouping): Promise<EvidenceGroup[]> {
    return this.#repository.countGroups(this.#request.actor.scope.county, criteria, grouping);
  }
}
