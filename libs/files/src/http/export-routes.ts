import { HttpRefusal, parseGlobalId, readJson, sendJson } from '@bureau/subgraph';
import { z } from 'zod';
import { type ExportOrder, sendExport } from '../export/direct-exports.ts';
import type { ExportDesk } from '../export/export-desk.ts';
import type { ExportKind } from '../export/export-kind.ts';
import { EXPORT_FORMATS, type ExportFormat } from '../export/export-request.entity.ts';
import type { ExportRequests } from '../export/export-requests.ts';
import { fileOf, requestAnswer, sendFile } from './answers.ts';
import { type FileRequest, notFound, requireMethod, requireScopes } from './file-request.ts';

const bodySchema = z.strictObject({
  filter: z.record(z.string(), z.unknown()).default({}),
  format: z.enum(EXPORT_FORMATS).default('XLSX'),
  isUnmasked: z.boolean().default(false),
  purpose: z.string().trim().max(500).default(''),
});

const NEEDS_APPROVAL =
  'This export needs the approval of the deputy director: POST it to /files/export-requests/<kind>. 该导出须经分管局长审批。';

/** `/files/exports/…`, `/files/export-requests/…` and `/files/downloads/…`. */
export class ExportRoutes {
  readonly #kinds: ReadonlyMap<string, ExportKind>;
  readonly #desk: ExportDesk;
  readonly #requests: ExportRequests;

  constructor(kinds: ReadonlyMap<string, ExportKind>, desk: ExportDesk, requests: ExportRequests) {
    this.#kinds = kinds;
    this.#desk = desk;
    this.#requests = requests;
  }

  async export(file: FileRequest): Promise<void> {
    const order = await this.#orderOf(file);
    const { needs, rows } = await sendExport(this.#desk, file.actor, order, (content) =>
      sendFile(file.response, headOf(order.kind.title, order.format), content),
    );
    if (needs.length === 0) return;
    const error = { message: NEEDS_APPROVAL, extensions: { code: 'EXPORT_NEEDS_APPROVAL', reasons: needs, rows } };
    sendJson(file.response, 403, { errors: [error] });
  }

  /** A kind of export to ask for one; the id of an approved request to have it made. */
  async request(file: FileRequest): Promise<void> {
    const [, name = '', act] = file.path;
    if (act === 'generate' && file.path.length === 3) return this.#generate(file, name);
    const order = await this.#orderOf(file);
    if (order.purpose.length < 4)
      throw new HttpRefusal(
        400,
        'BAD_USER_INPUT',
        'The purpose must say in 4 to 500 characters what it is for. 请写明用途。',
      );
    sendJson(file.response, 201, requestAnswer(await this.#requests.ask(file.actor, order)));
  }

  async download({ request, response, actor, path }: FileRequest): Promise<void> {
    requireMethod(request, 'GET');
    const download = await this.#requests.download(actor, path[1] ?? '');
    if (!download) throw notFound();
    if ('state' in download)
      throw new HttpRefusal(410, 'LINK_USED', `The link is used up: ${download.state}. 链接已失效。`);
    const { request: asked, content } = download;
    await sendFile(response, headOf(this.#kinds.get(asked.kind)?.title ?? asked.kind, asked.format), content);
  }

  async #generate({ request, response, actor }: FileRequest, text: string): Promise<void> {
    requireMethod(request, 'POST');
    const id = parseGlobalId(text);
    const made = id?.county === actor.scope.county ? await this.#requests.generate(actor, id.id) : null;
    if (!made) throw notFound();
    if ('state' in made)
      throw new HttpRefusal(409, 'EXPORT_REQUEST_NOT_APPROVED', `The request is ${made.state}. 申请尚未批准或已失效。`);
    const { link, expiresAt, rows } = made;
    sendJson(response, 201, { link: `/files/downloads/${link}`, expiresAt: expiresAt.toISOString(), rows });
  }

  async #orderOf({ request, actor, path }: FileRequest): Promise<ExportOrder> {
    requireMethod(request, 'POST');
    const kind = this.#kinds.get(path[1] ?? '');
    if (!kind || path.length !== 2) throw notFound();
    requireScopes(actor, kind.scopes);
    const body = bodySchema.safeParse(await readJson(request));
    if (!body.success) throw new HttpRefusal(400, 'BAD_USER_INPUT', z.prettifyError(body.error));
    const { filter: given, ...order } = body.data;
    if (order.isUnmasked) requireScopes(actor, kind.unmaskedScopes ?? neverMasked(kind));
    const parsed = kind.parse(given);
    if ('problem' in parsed) throw new HttpRefusal(400, 'BAD_USER_INPUT', `filter: ${parsed.problem}`);
    return { kind, filter: parsed.filter, ...order };
  }
}

function neverMasked({ kind }: ExportKind): never {
  throw new HttpRefusal(400, 'BAD_USER_INPUT', `There is no unmasked export of ${kind}.`);
}

function headOf(title: string, format: ExportFormat) {
  const { mediaType, extension } = fileOf(format);
  return { name: `${title}.${extension}`, mediaType };
}
