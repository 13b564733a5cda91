import type { RawCell } from '../raw/raw-row.ts';
import { dayOfSerial } from '../serial-day.ts';
import { decodeEscapes } from './shared-strings.ts';

/** What the cells of a sheet refer to. */
export interface SheetContext {
  strings: readonly string[];
  dateStyles: readonly boolean[];
  is1904: boolean;
}

/** A cell as the XML of a sheet has it. */
export interface CellSource {
  type: string;
  style: number;
  value: string;
  isFormula: boolean;
}

/** @see ECMA-376 part 1, 18.18.11 (ST_CellType) */
export function cellValue({ type, style, value, isFormula }: CellSource, context: SheetContext): RawCell {
  if (isFormula) return { isFormula: true };
  if (value === '') return null;
  switch (type) {
    case 's':
      return context.strings[Number(value)] ?? null;
    case 'inlineStr':
    case 'str':
    case 'e':
      return decodeEscapes(value);
    case 'b':
      return value === '1';
    case 'd':
      return { day: value.slice(0, 10) };
    default:
      return numberCell(value, context.dateStyles[style] === true, context.is1904);
  }
}

function numberCell(value: string, isDate: boolean, is1904: boolean): RawCell {
  const number = Number(value);
  if (Number.isNaN(number)) return value;
  if (!isDate) return number;
  const day = dayOfSerial(number, is1904);
  return day === null ? number : { day };
}

/** The column of a reference such as `AB12`, from 0. */
export function columnOfReference(reference: string): number {
  let column = 0;
  for (let at = 0; at < reference.length; at += 1) {
    const letter = reference.charCodeAt(at);
    if (letter < 65 || letter > 90) break;
    column = column * 26 + letter - 64;
  }
  return column - 1;
}
