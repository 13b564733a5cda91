import { createHash, randomBytes } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import type { Actor } from '@bureau/access';
import { newId } from '@bureau/subgraph';
import { recordAccess } from '../access-log/record-access.ts';
import { placeOf } from '../place.ts';
import type { ExportOrder } from './direct-exports.ts';
import { accessOf, type ExportDesk } from './export-desk.ts';
import type { ExportKind } from './export-kind.ts';
import type { ExportRequest } from './export-request.entity.ts';
import { type ExportState, nextExportState } from './export-request.rules.ts';
import { watermarkOf } from './watermark.ts';

export type Generated = { link: string; expiresAt: Date; rows: number } | { state: ExportState } | null;
export type Download = { request: ExportRequest; content: Buffer } | { state: ExportState } | null;
type Kinds = ReadonlyMap<string, ExportKind>;

const HOUR_MS = 3_600_000;
const sha256 = (bytes: string | Buffer) => createHash('sha256').update(bytes).digest();
const sealContext = (id: string) => `export_request.content:${id}`;

/** What leaves an office only with the deputy director's leave (domain F). */
export class ExportRequests {
  readonly #desk: ExportDesk;
  readonly #kinds: Kinds;

  constructor(desk: ExportDesk, kinds: Kinds) {
    this.#desk = desk;
    this.#kinds = kinds;
  }

  async ask(actor: Actor, { kind, ...order }: ExportOrder): Promise<ExportRequest> {
    const rowCount = await this.#desk.reading(actor, (manager) =>
      kind.select({ manager, actor }, order.filter).count(),
    );
    const request: ExportRequest = {
      countyCode: actor.scope.county,
      id: newId(),
      kind: kind.kind,
      ...order,
      state: 'PENDING',
      requestedBy: actor.subject,
      ...placeOf(actor),
      requestedAt: this.#desk.now(),
      rowCount,
      ...UNDECIDED,
    };
    await this.#desk.writing(actor, (requests) => requests.insert(request));
    return request;
  }

  /** Makes the file of an approved request, under the caller's own rights of today, and the one link to it. */
  async generate(actor: Actor, id: string): Promise<Generated> {
    const { county } = actor.scope;
    const request = await this.#desk.writing(actor, (requests) => requests.findForUpdate(county, id));
    const kind = request && this.#kinds.get(request.kind);
    if (!request || !kind || request.requestedBy !== actor.subject) return null;
    if (nextExportState(request.state, 'GENERATE') === null) return { state: request.state };
    const { content, rows } = await this.#make(actor, request, kind);
    const link = randomBytes(32).toString('base64url');
    return this.#desk.writing(actor, async (requests, manager) => {
      const standing = await requests.findForUpdate(county, id);
      const state = standing && nextExportState(standing.state, 'GENERATE');
      if (!standing || !state) return standing && { state: standing.state };
      const { 'privacy.exportLinkHours': hours } = await this.#desk.settings(actor, manager);
      const expiresAt = new Date(this.#desk.now().getTime() + hours * HOUR_MS);
      await requests.change(standing, {
        state,
        expiresAt,
        rowCount: rows,
        linkHash: sha256(link),
        content: this.#desk.sealer.sealBytes(content, sealContext(id)),
        contentHash: sha256(content),
      });
      return { link, expiresAt, rows };
    });
  }

  /** Gives the file out, once, to whoever asked for it; the look is on record before. */
  download(actor: Actor, link: string): Promise<Download> {
    return this.#desk.writing(actor, async (requests, manager) => {
      const request = await requests.findByLinkForUpdate(actor.scope.county, sha256(link));
      const kind = request && this.#kinds.get(request.kind);
      if (!request || !kind || request.requestedBy !== actor.subject) return null;
      const state = nextExportState(request.state, 'DOWNLOAD');
      if (!state || !request.content) return { state: request.state };
      await requests.change(request, { state, content: null });
      const access = { ...accessOf(kind, request, request.rowCount), approvalId: request.id };
      await recordAccess(manager, actor, access, this.#desk.now());
      return { request, content: this.#desk.sealer.openBytes(request.content, sealContext(request.id)) };
    });
  }

  #make(actor: Actor, { id, filter, isUnmasked, format, purpose }: ExportRequest, kind: ExportKind) {
    const watermark = watermarkOf(actor, { purpose, at: this.#desk.now(), approval: id });
    return this.#desk.reading(actor, async (manager) => {
      const selected = kind.select({ manager, actor }, filter);
      const rows = await selected.count();
      return { rows, content: await buffer(selected.write({ isMasked: !isUnmasked, format, watermark })) };
    });
  }
}

const UNDECIDED = {
  decidedBy: null,
  decidedAt: null,
  decisionNote: null,
  expiresAt: null,
  linkHash: null,
  content: null,
  contentHash: null,
  version: 1,
};
