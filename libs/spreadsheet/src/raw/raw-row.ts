/** A cell that a spreadsheet calls a date. */
export interface DayCell {
  day: string;
}

/** A cell that holds a formula: what it shows may be of another day or another file. */
export interface FormulaCell {
  isFormula: true;
}

/** A cell as the file has it, before anybody reads a meaning into it. */
export type RawCell = string | number | boolean | null | DayCell | FormulaCell;

export interface RawRow {
  /** As a spreadsheet program numbers it, from 1. */
  row: number;
  cells: RawCell[];
}

export const isDayCell = (cell: RawCell): cell is DayCell => typeof cell === 'object' && cell !== null && 'day' in cell;

export const isFormulaCell = (cell: RawCell): cell is FormulaCell =>
  typeof cell === 'object' && cell !== null && 'isFormula' in cell;

/** What a person sees in the cell. */
export function textOfCell(cell: RawCell): string {
  if (cell === null) return '';
  if (typeof cell !== 'object') return String(cell);
  return 'day' in cell ? cell.day : '';
}
