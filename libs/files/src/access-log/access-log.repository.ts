import type { PageOrder } from '@bureau/subgraph';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { AccessLogEntity, type AccessLogEntry } from './access-log.entity.ts';

export interface AccessLogCriteria {
  subjects?: readonly string[] | null;
  operations?: readonly string[] | null;
  entityTypes?: readonly string[] | null;
  entityId?: string | null;
  isMasked?: boolean | null;
  from?: string | null;
  to?: string | null;
}

export const ACCESS_LOG_ORDERS = {
  TIME_ASC: { name: 'TIME_ASC', properties: ['accessedAt'], direction: 'ASC' },
  TIME_DESC: { name: 'TIME_DESC', properties: ['accessedAt'], direction: 'DESC' },
} as const satisfies Record<string, PageOrder>;

const EQUAL_TO_ONE_OF = {
  subjects: 'subject',
  operations: 'operation',
  entityTypes: 'entityType',
} as const;

/** The entries of a list, not yet ordered. */
export function accessLogMatching(countyCode: string, criteria: AccessLogCriteria) {
  return (manager: EntityManager): SelectQueryBuilder<AccessLogEntry> => {
    const query = manager
      .createQueryBuilder(AccessLogEntity, 'entry')
      .where('entry.countyCode = :countyCode', { countyCode });
    for (const [name, property] of Object.entries(EQUAL_TO_ONE_OF) as [keyof typeof EQUAL_TO_ONE_OF, string][])
      if (criteria[name]) query.andWhere(`entry.${property} = ANY(:${name})`, { [name]: criteria[name] });
    const { entityId, isMasked, from, to } = criteria;
    if (entityId != null) query.andWhere('entry.entityId = :entityId', { entityId });
    if (isMasked != null) query.andWhere('entry.isMasked = :isMasked', { isMasked });
    if (from != null) query.andWhere(`entry.accessedAt >= (:from)::date AT TIME ZONE 'Asia/Shanghai'`, { from });
    if (to != null) query.andWhere(`entry.accessedAt < ((:to)::date + 1) AT TIME ZONE 'Asia/Shanghai'`, { to });
    return query;
  };
}
