import { FileRefusal } from '../file-refusal.ts';
import type { Limits } from '../limits.ts';
import type { RawRow } from '../raw/raw-row.ts';
import type { Source } from '../source/source.ts';
import { CsvReader, separatorOf } from './csv-reader.ts';
import { decoded, encodingOf } from './encoding.ts';
import { type FixedWidths, FixedWidthReader } from './fixed-width-reader.ts';

interface LineReader {
  push: (text: string) => void;
  end: () => void;
  take: () => string[][];
}

/** The rows of a text file, in batches: comma-separated, or of fields of fixed width. */
export async function* textRows(source: Source, limits: Limits, widths?: FixedWidths): AsyncGenerator<RawRow[]> {
  let reader: LineReader | undefined = widths && new FixedWidthReader(widths);
  let row = 0;
  const rowsOf = (lines: string[][]): RawRow[] =>
    lines.flatMap((cells) => {
      row += 1;
      if (row > limits.maxRows) throw new FileRefusal({ kind: 'FILE_TOO_MANY_ROWS', maxRows: limits.maxRows });
      if (cells.length > limits.maxColumns)
        throw new FileRefusal({ kind: 'FILE_TOO_MANY_COLUMNS', row, maxColumns: limits.maxColumns });
      return cells.some((cell) => cell.trim() !== '') ? [{ row, cells: cells.map((cell) => cell || null) }] : [];
    });

  for await (const text of decoded(source, widths?.encoding ?? (await encodingOf(source)))) {
    if (text.includes('\0')) throw new FileRefusal({ kind: 'FILE_NOT_A_TABLE', looksLike: 'BIN' });
    reader ??= new CsvReader(separatorOf(text));
    reader.push(text);
    yield rowsOf(reader.take());
  }
  reader?.end();
  yield rowsOf(reader?.take() ?? []);
}
