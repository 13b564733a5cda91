import { Connection, idInCounty, manyByKey, oneByKey, type PageArguments, type RequestContext } from '@bureau/subgraph';
import { SchoolMentionRepository, type SchoolMention } from '../school/school-mention.repository.ts';
import type { HandoverItem } from './handover-item.entity.ts';
import {
  HANDOVER_ITEM_ORDERS,
  type HandoverItemCriteria,
  type HandoverItemGroup,
  type HandoverItemGrouping,
  HandoverItemRepository,
} from './handover-item.repository.ts';
import type { HandoverStep } from './handover-step.entity.ts';
import type { Handover } from './handover.entity.ts';
import { HANDOVER_ORDERS, type HandoverCriteria, HandoverRepository } from './handover.repository.ts';

export type HandoverConnection = Connection<Handover>;
export type HandoverItemConnection = Connection<HandoverItem>;

export class HandoverService {
  readonly #request: RequestContext;
  readonly #packets;
  readonly #items;
  readonly #openItems;
  readonly #steps;
  readonly #mentions;

  constructor(request: RequestContext) {
    const { county } = request.actor.scope;
    const [packets, items] = [new HandoverRepository(request.session), new HandoverItemRepository(request.session)];
    const mentions = new SchoolMentionRepository(request.session);
    this.#request = request;
    this.#packets = oneByKey<Handover>(
      (ids) => packets.listByIds(county, ids),
      ({ id }) => id,
    );
    this.#items = oneByKey<HandoverItem>(
      (ids) => items.listByIds(county, ids),
      ({ id }) => id,
    );
    this.#openItems = oneByKey<HandoverItem>(
      (ids) => items.listOpenOf(county, ids),
      ({ studentId }) => studentId,
    );
    this.#steps = manyByKey<HandoverStep>(
      (ids) => items.listSteps(county, ids),
      ({ itemId }) => itemId,
    );
    this.#mentions = oneByKey<SchoolMention>(
      (ids) => mentions.list(county, ids),
      ({ id }) => id,
    );
  }

  find(id: string): Promise<Handover | null> {
    return this.#packets.load(id);
  }

  findItem(id: string): Promise<HandoverItem | null> {
    return this.#items.load(id);
  }

  openItemOf(studentId: string): Promise<HandoverItem | null> {
    return this.#openItems.load(studentId);
  }

  stepsOf(itemId: string): Promise<HandoverStep[]> {
    return this.#steps.load(itemId);
  }

  mention(schoolId: string): Promise<SchoolMention | null> {
    return this.#mentions.load(schoolId);
  }

  idOf(globalId: string, argument = 'id'): string | null {
    return idInCounty(globalId, this.#request.actor.scope.county, argument);
  }

  /** After a write: what was read before is read anew. */
  forget(): void {
    for (const loader of [this.#packets, this.#items, this.#openItems]) loader.clearAll();
    this.#steps.clearAll();
  }

  list(criteria: HandoverCriteria, order: keyof typeof HANDOVER_ORDERS, page: PageArguments): HandoverConnection {
    const { session, actor } = this.#request;
    const rows = new HandoverRepository(session).matching(actor.scope.county, criteria);
    return new Connection({ reader: session, order: HANDOVER_ORDERS[order], page, rows });
  }

  listItems(
    criteria: HandoverItemCriteria,
    order: keyof typeof HANDOVER_ITEM_ORDERS,
    page: PageArguments,
  ): HandoverItemConnection {
    const { session, actor } = this.#request;
    const rows = new HandoverItemRepository(session).matching(actor.scope.county, criteria);
    return new Connection({ reader: session, order: HANDOVER_ITEM_ORDERS[order], page, rows });
  }

  countItems(criteria: HandoverItemCriteria, grouping: HandoverItemGrouping): Promise<HandoverItemGroup[]> {
    return new HandoverItemRepository(this.#request.session).countGroups(
      this.#request.actor.scope.county,
      criteria,
      grouping,
    );
  }
}
