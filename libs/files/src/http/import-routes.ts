import { dayInBeijing } from '@bureau/calendar';
import { type CellFault, writeFaultWorkbook } from '@bureau/spreadsheet';
import { HttpRefusal, parseGlobalId, sendJson } from '@bureau/subgraph';
import type { ImportKind } from '../import/import-kind.ts';
import type { ImportRun, OnError } from '../import/import-run.entity.ts';
import type { ImportRuns } from '../import/import-runs.ts';
import { runAnswer, sendFile, XLSX } from './answers.ts';
import { type FileRequest, notFound, requireMethod, requireScopes } from './file-request.ts';
import { receiveFile } from './receive-file.ts';

export interface ImportRoutesParts {
  kinds: ReadonlyMap<string, ImportKind>;
  runs: ImportRuns;
  maxBytes: number;
  now: () => Date;
}

/** `/files/imports/…` and `/files/templates/…`. */
export class ImportRoutes {
  readonly #parts: ImportRoutesParts;

  constructor(parts: ImportRoutesParts) {
    this.#parts = parts;
  }

  /** A kind of file to send one in; the id of a run to see it, cancel it, or fetch its faults. */
  handle(file: FileRequest): Promise<void> {
    const [, name = '', act] = file.path;
    const kind = this.#parts.kinds.get(name);
    if (kind && act === undefined) return this.#receive(file, kind);
    if (act === undefined) return this.#show(file, name);
    if (act === 'cancel') return this.#cancel(file, name);
    if (act === 'faults.xlsx') return this.#sendFaults(file, name);
    throw notFound();
  }

  async template({ path, request, response }: FileRequest): Promise<void> {
    requireMethod(request, 'GET');
    const kind = this.#parts.kinds.get((path[1] ?? '').replace(/\.xlsx$/, ''));
    if (!kind || path.length !== 2) throw notFound();
    const content = await kind.template(dayInBeijing(this.#parts.now()));
    await sendFile(response, { name: `${kind.title}（模板）.xlsx`, mediaType: XLSX }, content);
  }

  async #receive({ request, response, actor, query, language }: FileRequest, kind: ImportKind): Promise<void> {
    requireMethod(request, 'POST');
    requireScopes(actor, kind.scopes);
    const order = {
      kind,
      onError: choice(query, 'onError', ['REJECT_ALL', 'SKIP_INVALID'] as const) satisfies OnError,
      isDryRun: choice(query, 'dryRun', ['false', 'true'] as const) === 'true',
      arguments: argumentsOf(query, kind.arguments),
    };
    const file = await receiveFile(request, query.get('name') ?? kind.title, this.#parts.maxBytes);
    const { run, isNew } = await this.#parts.runs.receive(actor, { ...order, file });
    sendJson(response, isNew ? 202 : 200, runAnswer(run, language));
  }

  async #show(file: FileRequest, id: string): Promise<void> {
    requireMethod(file.request, 'GET');
    sendJson(file.response, 200, runAnswer(await this.#find(file, id), file.language));
  }

  async #cancel(file: FileRequest, id: string): Promise<void> {
    requireMethod(file.request, 'POST');
    const { id: runId } = await this.#find(file, id);
    const cancelled = await this.#parts.runs.cancel(file.actor, runId);
    if (!cancelled) throw notFound();
    sendJson(file.response, cancelled.isCancelled ? 200 : 409, runAnswer(cancelled.run, file.language));
  }

  async #sendFaults(file: FileRequest, id: string): Promise<void> {
    requireMethod(file.request, 'GET');
    const run = await this.#find(file, id);
    const name = `${this.#parts.kinds.get(run.kind)?.title ?? run.kind}（错误）.xlsx`;
    await sendFile(
      file.response,
      { name, mediaType: XLSX },
      writeFaultWorkbook(this.#faults(file, run.id), file.language),
    );
  }

  async *#faults({ actor }: FileRequest, id: string): AsyncGenerator<CellFault> {
    for await (const { rowNumber, columnTitle, value, code, messageZh, messageEn } of this.#parts.runs.faults(
      actor,
      id,
    ))
      yield { row: rowNumber, column: columnTitle, value, code, message: { zh: messageZh, en: messageEn } };
  }

  /** A run that the caller may see, of a kind that he may bring in. */
  async #find({ actor }: FileRequest, text: string): Promise<ImportRun> {
    const id = parseGlobalId(text);
    const run = id?.county === actor.scope.county ? await this.#parts.runs.find(actor, id.id) : null;
    const kind = run && this.#parts.kinds.get(run.kind);
    if (!run || !kind) throw notFound();
    requireScopes(actor, kind.scopes);
    return run;
  }
}

function choice<const Value extends string>(
  query: URLSearchParams,
  name: string,
  values: readonly [Value, ...Value[]],
): Value {
  const given = query.get(name) ?? values[0];
  const value = values.find((possible) => possible === given);
  if (value === undefined)
    throw new HttpRefusal(400, 'BAD_USER_INPUT', `${name} must be ${values.join(' or ')}, not ${given}.`);
  return value;
}

function argumentsOf(query: URLSearchParams, wanted: Readonly<Record<string, RegExp>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(wanted).map(([name, form]) => {
      const value = query.get(name) ?? '';
      if (!form.test(value))
        throw new HttpRefusal(400, 'BAD_USER_INPUT', `The argument ${name} must look like ${form.source}.`);
      return [name, value];
    }),
  );
}
