import { FileRefusal } from '../file-refusal.ts';
import { rawRows, type RawRowsOptions } from '../raw/raw-rows.ts';
import type { RawRow } from '../raw/raw-row.ts';
import type { FileSource } from '../source/source.ts';
import type { Columns, ReadRow, RowOf } from './column.ts';
import { type Header, HeaderSearch, titlesOf } from './header.ts';
import { readRow } from './read-row.ts';
import { holdsNoRecord } from './skipped-rows.ts';

export interface ReadTableOptions<Given extends Columns> extends RawRowsOptions {
  columns: Given;
  /** For files without a header row: the columns in the order in which they stand. */
  order?: readonly (keyof Given & string)[];
}

/**
 * The records of a spreadsheet file, in batches of some hundred, each with its values or its faults. A file that cannot be
 * read at all throws a `FileRefusal`. Titles above the header, repeated headers, totals, notes and blank rows are passed over.
 */
export async function* readTable<Given extends Columns>(
  file: FileSource,
  { columns, order, ...options }: ReadTableOptions<Given>,
): AsyncGenerator<ReadRow<RowOf<Given>>[]> {
  const search = new HeaderSearch(columns);
  let header: Header | undefined = order && orderedHeader(order);
  let isEmpty = true;
  for await (const batch of rawRows(file, options)) {
    const rows: ReadRow<RowOf<Given>>[] = [];
    for (const raw of batch) {
      isEmpty = false;
      if (!header) header = search.offer(raw);
      else if (isRecord(raw, header)) rows.push(readRow(raw, header, columns));
    }
    if (rows.length > 0) yield rows;
  }
  if (isEmpty) throw new FileRefusal({ kind: 'FILE_EMPTY' });
  if (!header) throw search.refusal();
}

const isRecord = (raw: RawRow, header: Header) => !holdsNoRecord(raw) && titlesOf(raw) !== header.titles;

function orderedHeader(order: readonly string[]): Header {
  return { row: 0, titles: '', places: new Map(order.map((name, at) => [name, { at, unit: undefined }])) };
}
