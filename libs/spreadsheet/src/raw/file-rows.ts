import { FileRefusal } from '../file-refusal.ts';
import type { Limits } from '../limits.ts';
import { type FileSource, openSource, type Source } from '../source/source.ts';
import type { FixedWidths } from '../text/fixed-width-reader.ts';
import { textRows } from '../text/text-rows.ts';
import { xlsxRows } from '../xlsx/xlsx-rows.ts';
import { type FileKind, fileKindOf } from './file-kind.ts';
import type { RawRow } from './raw-row.ts';
import { xlsRows } from './xls-rows.ts';

export interface FileRowsOptions {
  limits: Limits;
  fixedWidths?: FixedWidths | undefined;
}

/** The rows of a file, whatever its kind, in batches. */
export async function* fileRows(file: FileSource, { limits, fixedWidths }: FileRowsOptions): AsyncGenerator<RawRow[]> {
  const source = await openSource(file);
  try {
    const { size } = source;
    if (size > limits.maxFileBytes)
      throw new FileRefusal({ kind: 'FILE_TOO_LARGE', bytes: size, maxBytes: limits.maxFileBytes });
    yield* rowsOf(await fileKindOf(source), source, { limits, fixedWidths });
  } finally {
    await source.close();
  }
}

function rowsOf(kind: FileKind, source: Source, { limits, fixedWidths }: FileRowsOptions): AsyncGenerator<RawRow[]> {
  switch (kind) {
    case 'XLSX':
      return xlsxRows(source, limits);
    case 'XLS':
      return xlsRows(source, limits);
    case 'TEXT':
      return textRows(source, limits, fixedWidths);
  }
}
