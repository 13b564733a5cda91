import { isFormulaCell, type RawCell, type RawRow, textOfCell } from '../raw/raw-row.ts';
import {
  type CellFault,
  type Column,
  type Columns,
  type CellReading,
  type ReadRow,
  type RowOf,
  reason,
} from './column.ts';
import type { Header, HeaderPlace } from './header.ts';
import { plainText } from './normalise.ts';

const LONGEST_SHOWN = 80;

/** The values of a row, or what is wrong with each of its cells. */
export function readRow<Given extends Columns>(raw: RawRow, header: Header, columns: Given): ReadRow<RowOf<Given>> {
  const faults: CellFault[] = [];
  const values: Record<string, unknown> = {};
  for (const name in columns) {
    const column = columns[name];
    if (!column) continue;
    const place = header.places.get(name);
    const cell = place ? (raw.cells[place.at] ?? null) : null;
    const reading = readCell(cell, column, place);
    if ('value' in reading) values[name] = reading.value;
    else faults.push({ row: raw.row, column: column.title, value: shown(cell, column), ...reading.reason });
  }
  return { row: raw.row, values: faults.length > 0 ? null : (values as RowOf<Given>), faults };
}

function readCell(cell: RawCell, column: Column<unknown>, place: HeaderPlace | undefined): CellReading<unknown> {
  if (cell !== null && isFormulaCell(cell))
    return reason(
      'FORMULA',
      '单元格是公式，请改为数值（复制后“选择性粘贴-数值”）。',
      'The cell is a formula: paste its value.',
    );
  const isBlank = cell === null || (typeof cell === 'string' && plainText(cell) === '');
  if (!isBlank) return column.read(cell, { unit: place?.unit });
  if (column.required) return reason('REQUIRED', '必填，不能为空。', 'Required; it must not be blank.');
  return { value: column.blank };
}

function shown(cell: RawCell, { mask }: Column<unknown>): string {
  const text = plainText(textOfCell(cell)).slice(0, LONGEST_SHOWN);
  return mask ? mask(text) : text;
}
