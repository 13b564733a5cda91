import { Connection, idInCounty, manyByKey, oneByKey, type PageArguments, type RequestContext } from '@bureau/subgraph';
import type { Objection } from './objection.entity.ts';
import { PublicityRepository } from './publicity.repository.ts';
import type { PublicNoticeItem } from './public-notice-item.entity.ts';
import type { PublicNotice } from './public-notice.entity.ts';

export type NoticeConnection = Connection<PublicNotice>;

export class PublicityService {
  readonly #request: RequestContext;
  readonly #byId;
  readonly #items;
  readonly #objections;

  constructor(request: RequestContext) {
    const { county } = request.actor.scope;
    const repository = new PublicityRepository(request.session);
    this.#request = request;
    this.#byId = oneByKey(
      (ids) => repository.listByIds(county, ids),
      (notice) => notice.id,
    );
    this.#items = manyByKey(
      (ids) => repository.listItems(county, ids),
      (item) => item.noticeId,
    );
    this.#objections = manyByKey(
      (ids) => repository.listObjections(county, ids),
      (objection) => objection.noticeId,
    );
  }

  forget(): void {
    this.#byId.clearAll();
    this.#items.clearAll();
    this.#objections.clearAll();
  }

  find(id: string): Promise<PublicNotice | null> {
    return this.#byId.load(id);
  }

  async findByGlobalId(globalId: string): Promise<PublicNotice | null> {
    const id = idInCounty(globalId, this.#request.actor.scope.county, 'id');
    return id ? this.#byId.load(id) : null;
  }

  listItems(noticeId: string): Promise<PublicNoticeItem[]> {
    return this.#items.load(noticeId);
  }

  listObjections(noticeId: string): Promise<Objection[]> {
    return this.#objections.load(noticeId);
  }

  list(hangsOn: string | null, page: PageArguments): NoticeConnection {
    const { session, actor } = this.#request;
    const rows = new PublicityRepository(session).notices(actor.scope.county, hangsOn);
    return new Connection({
      reader: session,
      order: { name: 'STARTS_DESC', properties: ['startsOn'], direction: 'DESC' },
      page,
      rows,
    });
  }
}
