import type { Actor } from '@bureau/access';
import { settingsOn } from '@bureau/settings';
import { readerOf } from '@bureau/subgraph';
import type { EntityManager } from 'typeorm';
import { dayInBeijing } from '@bureau/calendar';
import { ExportRequestRepository } from './export-request.repository.ts';
import { decisionRefusals, type ExportDecisionRefusal, nextExportState } from './export-request.rules.ts';
import { exportSettings } from './export-settings.ts';

export interface ExportDecision {
  /** Null when the id given is of another county. */
  id: string | null;
  version: number;
  isApproved: boolean;
  note: string | null;
}

const DAY_MS = 86_400_000;

/** Decides a request, in the caller's transaction; somebody who may must call it. */
export async function decideExport(
  manager: EntityManager,
  actor: Actor,
  { id, version, isApproved, note }: ExportDecision,
  now: Date,
): Promise<ExportDecisionRefusal[]> {
  const { county } = actor.scope;
  const requests = new ExportRequestRepository(manager);
  const request = id === null ? null : await requests.findForUpdate(county, id);
  if (!request) return [{ kind: 'ExportRequestNotFound' }];
  const refusals = decisionRefusals(request, { by: actor.subject, version });
  const state = nextExportState(request.state, isApproved ? 'APPROVE' : 'REFUSE');
  if (refusals.length > 0 || !state) return refusals;
  const settings = await settingsOn(readerOf(manager), { county, day: dayInBeijing(now), catalogue: exportSettings });
  const expiresAt = isApproved ? new Date(now.getTime() + settings['privacy.exportApprovalDays'] * DAY_MS) : null;
  await requests.change(request, { state, decidedBy: actor.subject, decidedAt: now, decisionNote: note, expiresAt });
  return [];
}
