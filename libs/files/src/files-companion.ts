import type { Sealer } from '@bureau/access';
import type { Companion, ServiceSurroundings } from '@bureau/subgraph';
import type { DocumentKind } from './document/document-kind.ts';
import { StoredDocuments } from './document/stored-documents.ts';
import { ExportDesk } from './export/export-desk.ts';
import type { ExportKind } from './export/export-kind.ts';
import { ExportRequests } from './export/export-requests.ts';
import { DocumentRoutes } from './http/document-routes.ts';
import { ExportRoutes } from './http/export-routes.ts';
import { type FileRequest, notFound, openRequest } from './http/file-request.ts';
import { ImportRoutes } from './http/import-routes.ts';
import type { ImportKind } from './import/import-kind.ts';
import { ImportRuns } from './import/import-runs.ts';

const MIB = 1024 * 1024;
const UPLOAD_MAX = 64 * MIB;

export interface OfficeFiles {
  sealer: Sealer;
  now: () => Date;
  imports?: readonly ImportKind[];
  exports?: readonly ExportKind[];
  documents?: readonly DocumentKind[];
  /** A run without a sign of life for so long is taken for dead. */
  lifelessAfterMs?: number;
}

const byKind = <Kind extends { kind: string }>(kinds: readonly Kind[] = []) =>
  new Map(kinds.map((kind) => [kind.kind, kind]));

/** Files in and out of an office, at `/files/…` beside its GraphQL, under the caller's own rights. */
export function filesCompanion(office: OfficeFiles): (surroundings: ServiceSurroundings) => Companion {
  return ({ dataSource, tokens, log }) => {
    const { sealer, now, lifelessAfterMs } = office;
    const runs = new ImportRuns({ dataSource, log, now, ...(lifelessAfterMs !== undefined && { lifelessAfterMs }) });
    const imports = new ImportRoutes({ kinds: byKind(office.imports), runs, maxBytes: UPLOAD_MAX, now });
    const desk = new ExportDesk({ dataSource, sealer, now });
    const exportKinds = byKind(office.exports);
    const exports = new ExportRoutes(exportKinds, desk, new ExportRequests(desk, exportKinds));
    const documents = new DocumentRoutes(byKind(office.documents), new StoredDocuments(dataSource, sealer, now));
    const routes: Readonly<Record<string, (file: FileRequest) => Promise<void>>> = {
      imports: (file) => imports.handle(file),
      templates: (file) => imports.template(file),
      exports: (file) => exports.export(file),
      'export-requests': (file) => exports.request(file),
      downloads: (file) => exports.download(file),
      documents: (file) => documents.handle(file),
    };
    return {
      routes: {
        async '/files/'(request, response) {
          const file = await openRequest(tokens, request, response);
          const route = routes[file.path[0] ?? ''];
          if (!route) throw notFound();
          await route(file);
        },
      },
      run: (signal) => untilAborted(signal).then(() => runs.stop()),
    };
  };
}

function untilAborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
