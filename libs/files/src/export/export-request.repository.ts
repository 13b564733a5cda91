import type { PageOrder } from '@bureau/subgraph';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { type ExportRequest, ExportRequestEntity } from './export-request.entity.ts';

export interface ExportRequestCriteria {
  kinds?: readonly string[] | null;
  states?: readonly string[] | null;
  requestedBy?: string | null;
}

export const EXPORT_REQUEST_ORDERS = {
  REQUESTED_ASC: { name: 'REQUESTED_ASC', properties: ['requestedAt'], direction: 'ASC' },
  REQUESTED_DESC: { name: 'REQUESTED_DESC', properties: ['requestedAt'], direction: 'DESC' },
} as const satisfies Record<string, PageOrder>;

/** Queries of export requests, within a transaction that acts for somebody. */
export class ExportRequestRepository {
  readonly #manager: EntityManager;

  constructor(manager: EntityManager) {
    this.#manager = manager;
  }

  async insert(request: ExportRequest): Promise<void> {
    await this.#manager.insert(ExportRequestEntity, request);
  }

  findForUpdate(countyCode: string, id: string): Promise<ExportRequest | null> {
    return this.#manager.findOne(ExportRequestEntity, {
      where: { countyCode, id },
      lock: { mode: 'pessimistic_write' },
    });
  }

  findByLinkForUpdate(countyCode: string, linkHash: Buffer): Promise<ExportRequest | null> {
    return this.#manager
      .createQueryBuilder(ExportRequestEntity, 'request')
      .addSelect('request.content')
      .where('request.countyCode = :countyCode AND request.linkHash = :linkHash', { countyCode, linkHash })
      .setLock('pessimistic_write')
      .getOne();
  }

  /** Changes the request at the version that it was read at. */
  async change({ countyCode, id, version }: ExportRequest, change: Partial<ExportRequest>): Promise<void> {
    const { affected } = await this.#manager
      .createQueryBuilder()
      .update(ExportRequestEntity)
      .set({ ...change, version: version + 1 })
      .where('countyCode = :countyCode AND id = :id AND version = :version', { countyCode, id, version })
      .execute();
    if (affected !== 1) throw new Error('An export request changed although it was locked.');
  }

  /** What was approved or made too long ago ends, and its content is gone. */
  async expire(countyCode: string, now: Date): Promise<void> {
    await this.#manager
      .createQueryBuilder()
      .update(ExportRequestEntity)
      .set({ state: 'EXPIRED', content: null, version: () => 'version + 1' })
      .where(`countyCode = :countyCode AND state IN ('APPROVED', 'GENERATED') AND expiresAt <= :now`, {
        countyCode,
        now,
      })
      .execute();
  }
}

/** The requests of a list, not yet ordered. */
export function exportRequestsMatching(countyCode: string, { kinds, states, requestedBy }: ExportRequestCriteria) {
  return (manager: EntityManager): SelectQueryBuilder<ExportRequest> => {
    const query = manager
      .createQueryBuilder(ExportRequestEntity, 'request')
      .where('request.countyCode = :countyCode', { countyCode });
    if (kinds) query.andWhere('request.kind = ANY(:kinds)', { kinds });
    if (states) query.andWhere('request.state = ANY(:states)', { states });
    if (requestedBy != null) query.andWhere('request.requestedBy = :requestedBy', { requestedBy });
    return query;
  };
}
