import { pipeline } from 'node:stream/promises';
import type { Readable } from 'node:stream';
import { formatGlobalId, type Language } from '@bureau/subgraph';
import type { ServerResponse } from 'node:http';
import type { ExportFormat, ExportRequest } from '../export/export-request.entity.ts';
import type { StoredDocument } from '../document/stored-document.entity.ts';
import type { ImportRun } from '../import/import-run.entity.ts';

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const CSV = { CSV: 'text/csv; charset=utf-8', CSV_GBK: 'text/csv; charset=gbk' };

export function fileOf(format: ExportFormat): { mediaType: string; extension: string } {
  return format === 'XLSX' ? { mediaType: XLSX, extension: 'xlsx' } : { mediaType: CSV[format], extension: 'csv' };
}

interface FileHead {
  name: string;
  mediaType: string;
}

/** A file to be saved, never shown: what was brought in might do something. */
export function writeFileHead(response: ServerResponse, { name, mediaType }: FileHead): void {
  response.writeHead(200, {
    'content-type': mediaType,
    'content-disposition': `attachment; filename="file"; filename*=UTF-8''${encodeURIComponent(name)}`,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
}

export async function sendFile(response: ServerResponse, head: FileHead, content: Readable | Buffer): Promise<void> {
  writeFileHead(response, head);
  if (Buffer.isBuffer(content)) response.end(content);
  else await pipeline(content, response);
}

/** A run as JSON, the same as GraphQL has it. */
export function runAnswer(run: ImportRun, language: Language) {
  const { countyCode, id, kind, state, onError, isDryRun, rowsTotal, rowsRead } = run;
  const { rowsCreated, rowsChanged, rowsUnchanged, rowsFaulty, fault, receivedAt, finishedAt } = run;
  return {
    id: formatGlobalId({ county: countyCode, id }),
    ...{ kind, state, onError, isDryRun, rowsTotal, rowsRead },
    ...{ rowsCreated, rowsChanged, rowsUnchanged, rowsFaulty },
    fault: fault && { code: fault.code, message: fault[language] },
    receivedAt: receivedAt.toISOString(),
    finishedAt: finishedAt && finishedAt.toISOString(),
    faults: rowsFaulty > 0 ? `/files/imports/${formatGlobalId({ county: countyCode, id })}/faults.xlsx` : null,
  };
}

export function requestAnswer({ countyCode, id, kind, state, rowCount, isUnmasked, version }: ExportRequest) {
  return { id: formatGlobalId({ county: countyCode, id }), kind, state, rowCount, isUnmasked, version };
}

export function documentAnswer({ countyCode, id, kind, name, mediaType, bytes, contentHash }: StoredDocument) {
  const sha256 = contentHash.toString('hex');
  return { id: formatGlobalId({ county: countyCode, id }), kind, name, mediaType, bytes, sha256 };
}
