import type { Readable } from 'node:stream';
import type { Actor, Scope } from '@bureau/access';
import { type ExportColumn, type Rows, writeCsv, writeWorkbook } from '@bureau/spreadsheet';
import type { EntityManager } from 'typeorm';
import type { z } from 'zod';
import type { FieldClass } from '../access-log/access-log.entity.ts';
import type { ExportFormat } from './export-request.entity.ts';

export interface ExportContext {
  /** Of the one read-only transaction that sees one instant, under the caller's row security. */
  manager: EntityManager;
  actor: Actor;
}

/** The rows behind an export: the same query as the list's, so that figure, list and export agree. */
export interface ExportRows<Row> {
  count: () => Promise<number>;
  rows: () => Rows<Row>;
}

export interface ExportDefinition<Filter, Row> {
  /** In the address: kebab-case. */
  kind: string;
  /** What the sheet is called. */
  title: string;
  /** The caller must hold all of them. */
  scopes: readonly Scope[];
  /** What it takes beside to have it unmasked; left out when there is no such thing. */
  unmaskedScopes?: readonly Scope[];
  /** Of what the export holds while masked; unmasked it is always H. */
  maskedClass: FieldClass;
  /** The list's own filter, as JSON. */
  filter: z.ZodType<Filter>;
  select: (context: ExportContext, filter: Filter) => ExportRows<Row>;
  columns: (options: { isMasked: boolean }) => readonly ExportColumn<Row>[];
}

export interface SelectedExport {
  count: () => Promise<number>;
  write: (options: WriteOptions) => Readable;
}

export interface WriteOptions {
  isMasked: boolean;
  format: ExportFormat;
  watermark: string;
}

/** A kind of file that leaves an office; the types of its rows stay inside. */
export interface ExportKind {
  kind: string;
  title: string;
  scopes: readonly Scope[];
  unmaskedScopes: readonly Scope[] | undefined;
  maskedClass: FieldClass;
  /** The filter as it will be used, or a sentence that says what is wrong with it. */
  parse: (filter: unknown) => { filter: object } | { problem: string };
  select: (context: ExportContext, filter: object) => SelectedExport;
}

/** Declares a kind of file that leaves an office. */
export function exportKind<Filter extends object, Row>(definition: ExportDefinition<Filter, Row>): ExportKind {
  const { kind, title, scopes, unmaskedScopes, maskedClass, filter: schema, columns } = definition;
  return {
    kind,
    title,
    scopes,
    unmaskedScopes,
    maskedClass,
    parse(given) {
      const result = schema.safeParse(given);
      if (result.success) return { filter: result.data };
      return { problem: result.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ') };
    },
    select(context, given) {
      const { count, rows } = definition.select(context, schema.parse(given));
      return {
        count,
        write: ({ isMasked, format, watermark }) => {
          const options = { columns: columns({ isMasked }), watermark };
          if (format === 'XLSX') return writeWorkbook(rows(), { name: title, ...options });
          return writeCsv(rows(), { ...options, encoding: format === 'CSV_GBK' ? 'gbk' : 'utf-8' });
        },
      };
    },
  };
}
