import type { Readable } from 'node:stream';
import type { Actor } from '@bureau/access';
import { recordAccess } from '../access-log/record-access.ts';
import { accessOf, type ExportDesk } from './export-desk.ts';
import type { ExportKind } from './export-kind.ts';
import type { ExportFormat } from './export-request.entity.ts';
import { type ApprovalReason, approvalReasons } from './export-request.rules.ts';
import { watermarkOf } from './watermark.ts';

export interface ExportOrder {
  kind: ExportKind;
  filter: object;
  isUnmasked: boolean;
  format: ExportFormat;
  purpose: string;
}

export interface DirectExport {
  rows: number;
  /** Why it was not sent; empty when it was. */
  needs: ApprovalReason[];
}

/** Hands the file to `send` if nobody need approve it. The look is on record before the first byte. */
export async function sendExport(
  desk: ExportDesk,
  actor: Actor,
  order: ExportOrder,
  send: (file: Readable) => Promise<void>,
): Promise<DirectExport> {
  const { kind, filter, isUnmasked, format, purpose } = order;
  return desk.reading(actor, async (manager) => {
    const selected = kind.select({ manager, actor }, filter);
    const rows = await selected.count();
    const settings = await desk.settings(actor, manager);
    const needs = approvalReasons(
      { rows, fieldClass: isUnmasked ? 'H' : kind.maskedClass },
      { rows: settings['privacy.exportLeaderThreshold'], needsLeaderForH: settings['privacy.exportLeaderForH'] },
    );
    if (needs.length > 0) return { needs, rows };
    const at = desk.now();
    await desk.writing(actor, (_, writing) => recordAccess(writing, actor, accessOf(kind, order, rows), at));
    await send(selected.write({ isMasked: !isUnmasked, format, watermark: watermarkOf(actor, { purpose, at }) }));
    return { needs, rows };
  });
}
