import type { EntitySchema } from 'typeorm';
import { AccessLogEntity } from './access-log/access-log.entity.ts';
import { StoredDocumentEntity } from './document/stored-document.entity.ts';
import { ExportRequestEntity } from './export/export-request.entity.ts';
import { ImportFaultEntity } from './import/import-fault.entity.ts';
import { ImportRunEntity } from './import/import-run.entity.ts';

export * from './access-log/access-log.entity.ts';
export * from './access-log/access-log.repository.ts';
export * from './access-log/record-access.ts';
export * from './document/document-kind.ts';
export * from './document/stored-document.entity.ts';
export * from './document/stored-documents.ts';
export * from './export/export-decision.ts';
export * from './export/export-kind.ts';
export * from './export/export-request.entity.ts';
export * from './export/export-request.repository.ts';
export * from './export/export-request.rules.ts';
export * from './export/export-settings.ts';
export * from './export/rows-of.ts';
export { filesCompanion, type OfficeFiles } from './files-companion.ts';
export * from './file-sentences.ts';
export * from './files.service.ts';
export * from './files.tables.ts';
export * from './import/import-fault.entity.ts';
export * from './import/import-kind.ts';
export * from './import/import-run.entity.ts';
export * from './import/import-run.repository.ts';
export * from './import/import-run.rules.ts';
export { type Place, placeOf } from './place.ts';

/** What an office's `data-source.ts` lists beside its own. */
export const FILE_ENTITIES: EntitySchema[] = [
  ImportRunEntity,
  ImportFaultEntity,
  ExportRequestEntity,
  StoredDocumentEntity,
  AccessLogEntity,
];
