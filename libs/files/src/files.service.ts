import { Connection, idInCounty, once, type PageArguments, type RequestContext } from '@bureau/subgraph';
import type { AccessLogEntry } from './access-log/access-log.entity.ts';
import { ACCESS_LOG_ORDERS, type AccessLogCriteria, accessLogMatching } from './access-log/access-log.repository.ts';
import type { StoredDocument } from './document/stored-document.entity.ts';
import { listStoredDocuments } from './document/stored-documents.ts';
import { decideExport } from './export/export-decision.ts';
import { type ExportRequest, ExportRequestEntity } from './export/export-request.entity.ts';
import {
  EXPORT_REQUEST_ORDERS,
  type ExportRequestCriteria,
  exportRequestsMatching,
} from './export/export-request.repository.ts';
import type { ExportDecisionRefusal } from './export/export-request.rules.ts';
import type { ImportKind } from './import/import-kind.ts';
import type { ImportRun } from './import/import-run.entity.ts';
import {
  IMPORT_RUN_ORDERS,
  type ImportRunCriteria,
  ImportRunRepository,
  importRunsMatching,
} from './import/import-run.repository.ts';
import type { ImportState } from './import/import-run.rules.ts';

export type ImportRunConnection = Connection<ImportRun>;
export type ExportRequestConnection = Connection<ExportRequest>;
export type AccessLogConnection = Connection<AccessLogEntry>;

export interface CancellationInput {
  importRun: string;
  idempotencyKey?: string | null;
}

export type CancellationRefusal = { kind: 'ImportRunNotFound' } | { kind: 'ImportRunEnded'; state: ImportState };

export interface DecisionInput {
  exportRequest: string;
  isApproved: boolean;
  note?: string | null;
  version: number;
  idempotencyKey?: string | null;
}

/** A caller who may approve exports sees those of others; whoever else his own. */
const APPROVER = 'exports:approve';

/** The files of an office as its GraphQL shows them: runs, requests, documents and the log. */
export class FilesService {
  readonly #request: RequestContext;
  readonly #imports: readonly Pick<ImportKind, 'kind' | 'scopes'>[];
  readonly #now: () => Date;

  constructor(request: RequestContext, imports: readonly Pick<ImportKind, 'kind' | 'scopes'>[], now: () => Date) {
    this.#request = request;
    this.#imports = imports;
    this.#now = now;
  }

  get #county(): string {
    return this.#request.actor.scope.county;
  }

  async findImportRun(globalId: string): Promise<ImportRun | null> {
    const id = idInCounty(globalId, this.#county, 'id');
    const run =
      id && (await this.#request.session.read((manager) => new ImportRunRepository(manager).find(this.#county, id)));
    return run && this.#importKinds().includes(run.kind) ? run : null;
  }

  listImportRuns(
    criteria: ImportRunCriteria,
    order: keyof typeof IMPORT_RUN_ORDERS,
    page: PageArguments,
  ): ImportRunConnection {
    const { kinds, ...more } = criteria;
    const shown = this.#importKinds().filter((kind) => kinds?.includes(kind) ?? true);
    const rows = importRunsMatching(this.#county, { ...more, kinds: shown });
    return new Connection({ reader: this.#request.session, order: IMPORT_RUN_ORDERS[order], page, rows });
  }

  cancelImport(operation: string, input: CancellationInput): Promise<CancellationRefusal[]> {
    const { actor, session } = this.#request;
    const id = idInCounty(input.importRun, this.#county, 'input.importRun');
    return session.transaction((manager) =>
      once(manager, actor, { operation, key: input.idempotencyKey, input }, async () => {
        const runs = new ImportRunRepository(manager);
        const run = id ? await runs.find(this.#county, id) : null;
        if (!run || !this.#importKinds().includes(run.kind)) return [{ kind: 'ImportRunNotFound' }];
        if (await runs.take('CANCEL', run, { finishedAt: this.#now() })) return [];
        return [{ kind: 'ImportRunEnded', state: run.state }];
      }),
    );
  }

  async findExportRequest(globalId: string): Promise<ExportRequest | null> {
    const id = idInCounty(globalId, this.#county, 'id');
    const countyCode = this.#county;
    if (!id) return null;
    const found = await this.#request.session.read((manager) =>
      manager.findOneBy(ExportRequestEntity, { countyCode, id }),
    );
    return found && (this.#maySeeAll() || found.requestedBy === this.#request.actor.subject) ? found : null;
  }

  listExportRequests(
    criteria: ExportRequestCriteria,
    order: keyof typeof EXPORT_REQUEST_ORDERS,
    page: PageArguments,
  ): ExportRequestConnection {
    const own = this.#maySeeAll() ? {} : { requestedBy: this.#request.actor.subject };
    const rows = exportRequestsMatching(this.#county, { ...criteria, ...own });
    return new Connection({ reader: this.#request.session, order: EXPORT_REQUEST_ORDERS[order], page, rows });
  }

  decideExport(operation: string, input: DecisionInput): Promise<ExportDecisionRefusal[]> {
    const { actor, session } = this.#request;
    const id = idInCounty(input.exportRequest, this.#county, 'input.exportRequest');
    const { version, isApproved, note = null } = input;
    return session.transaction((manager) =>
      once(manager, actor, { operation, key: input.idempotencyKey, input }, () =>
        decideExport(manager, actor, { id, version, isApproved, note }, this.#now()),
      ),
    );
  }

  listAccessLog(
    criteria: AccessLogCriteria,
    order: keyof typeof ACCESS_LOG_ORDERS,
    page: PageArguments,
  ): AccessLogConnection {
    const rows = accessLogMatching(this.#county, criteria);
    return new Connection({ reader: this.#request.session, order: ACCESS_LOG_ORDERS[order], page, rows });
  }

  listDocuments(ids: string[]): Promise<StoredDocument[]> {
    return listStoredDocuments(this.#request.session, this.#county, ids);
  }

  /** Runs of kinds that the caller could bring in himself. */
  #importKinds(): string[] {
    const { scopes: held } = this.#request.actor;
    return this.#imports.filter(({ scopes }) => scopes.every((scope) => held.has(scope))).map(({ kind }) => kind);
  }

  #maySeeAll(): boolean {
    return this.#request.actor.scopes.has(APPROVER);
  }
}
