import type { Actor } from '@bureau/access';
import { newId } from '@bureau/subgraph';
import type { EntityManager } from 'typeorm';
import { AccessLogEntity, type AccessLogEntry } from './access-log.entity.ts';

/** What was looked at; who looked follows from the actor. */
export type Access = Pick<
  AccessLogEntry,
  'operation' | 'entityType' | 'entityId' | 'fieldClass' | 'rowCount' | 'isMasked' | 'purpose'
> &
  Partial<Pick<AccessLogEntry, 'approvalId' | 'traceId'>>;

/**
 * Writes down a look at personal data, in the transaction that looks: what is not written down is not seen.
 *
 * @see docs/rules/privacy.md#access-log
 */
export async function recordAccess(manager: EntityManager, actor: Actor, access: Access, at: Date): Promise<void> {
  const { county, township, school, class: schoolClass, reach } = actor.scope;
  await manager.insert(AccessLogEntity, {
    countyCode: county,
    id: newId(),
    accessedAt: at,
    subject: actor.subject,
    roles: actor.roles.join(' '),
    reach,
    place: schoolClass ?? school ?? township ?? '',
    approvalId: null,
    traceId: null,
    ...access,
  });
}
