import { FileRefusal } from '../file-refusal.ts';
import type { Limits } from '../limits.ts';
import type { Source } from '../source/source.ts';
import { damaged } from '../zip/zip-directory.ts';
import type { RawCell, RawRow } from './raw-row.ts';

const BATCH = 500;
/** An old workbook is read whole; one of 65 536 rows has less. */
const LARGEST = 32 * 1024 * 1024;

type OldCell = string | number | boolean | Date | null | undefined;

/** The rows of the first sheet of an old workbook (.xls). */
export async function* xlsRows(source: Source, limits: Limits): AsyncGenerator<RawRow[]> {
  if (source.size > LARGEST) throw new FileRefusal({ kind: 'FILE_TOO_LARGE', bytes: source.size, maxBytes: LARGEST });
  const cells = await readRows(await source.bytes(0, source.size));
  if (cells.length > limits.maxRows) throw new FileRefusal({ kind: 'FILE_TOO_MANY_ROWS', maxRows: limits.maxRows });
  for (let start = 0; start < cells.length; start += BATCH) {
    const rows = cells.slice(start, start + BATCH).map((row, at) => ({ row: start + at + 1, cells: row.map(rawCell) }));
    for (const { row, cells: values } of rows)
      if (values.length > limits.maxColumns)
        throw new FileRefusal({ kind: 'FILE_TOO_MANY_COLUMNS', row, maxColumns: limits.maxColumns });
    yield rows.filter(({ cells: values }) => values.some((cell) => cell !== null));
  }
}

async function readRows(bytes: Buffer): Promise<OldCell[][]> {
  try {
    // Loaded when it is needed: few workbooks are that old, and the thread starts sooner without it.
    const { readXls } = await import('hucre');
    const { sheets } = await readXls(bytes);
    return (sheets.find(({ hidden }) => hidden !== true) ?? sheets[0])?.rows ?? [];
  } catch {
    throw damaged('.xls');
  }
}

function rawCell(cell: OldCell): RawCell {
  if (cell instanceof Date) return { day: cell.toISOString().slice(0, 10) };
  return cell == null || cell === '' ? null : cell;
}
