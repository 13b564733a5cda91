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
  /** Told how many rows the file says it has, where it says so. */
  onTotal?: (rows: number) => void;
}

/** The rows of a file, whatever its kind, in batches. */
export async function* fileRows(file: FileSource, options: FileRowsOptions): AsyncGenerator<RawRow[]> {
  const { limits } = options;
  const source = await openSource(file);
  try {
    const { size } = source;
    if (size > limits.maxFileBytes)
      throw new FileRefusal({ kind: 'FILE_TOO_LARGE', bytes: size, maxBytes: limits.maxFileBytes });
    yield* rowsOf(await fileKindOf(source), source, options);
  } finally {
    await source.close();
  }
}

function rowsOf(
  kind: FileKind,
  source: Source,
  { limits, fixedWidths, onTotal = () => undefined }: FileRowsOptions,
): AsyncGenerator<RawRow[]> {
  switch (kind) {
    case 'XLSX':
      return xlsxRows(source, limits, onTotal);
    case 'XLS':
      return xlsRows(source, limits);
    case 'TEXT':
      return textRows(source, limits, fixedWidths);
  }
}
