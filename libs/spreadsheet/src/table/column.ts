import type { Sentence } from '../sentence.ts';
import type { RawCell } from '../raw/raw-row.ts';

/** Why a cell is not accepted: a stable code, and what the clerk is told. */
export interface CellReason {
  code: string;
  message: Sentence;
}

export type CellReading<Value> = { value: Value } | { reason: CellReason };

/** A cell that is neither blank nor a formula. */
export type FilledCell = Exclude<RawCell, null | { isFormula: true }>;

export interface ReadingContext {
  /** What the title says in brackets, such as 万元. */
  unit: string | undefined;
}

/** One column of a file, as data. `Value` is what a cell of it becomes; null for a blank cell that may be blank. */
export interface Column<Value> {
  /** As the template prints it, without the mark ★. */
  title: string;
  /** Other titles by which the column is known. */
  aliases?: readonly string[];
  required: boolean;
  read: (cell: FilledCell, context: ReadingContext) => CellReading<NonNullable<Value>>;
  /** What a blank cell becomes. */
  blank: Value | null;
  /** What of a faulty cell may be shown; all of it when not given. */
  mask?: (text: string) => string;
  /** For the template: what to write, and the texts of its list. */
  hint?: Sentence;
  choices?: readonly string[];
  example?: string;
}

/** The columns of a file by the name that the program uses. */
export type Columns = Readonly<Record<string, Column<unknown>>>;

export type RowOf<Given extends Columns> = {
  [Name in keyof Given]: Given[Name] extends Column<infer Value> ? Value : never;
};

/** A cell that was not accepted. */
export interface CellFault extends CellReason {
  row: number;
  /** Its title; empty when the fault is of the row as a whole. */
  column: string;
  /** What stands in it, masked where it is personal. */
  value: string;
}

/** A row that was read: its values, or, when any of its cells is faulty, none and the faults. */
export interface ReadRow<Row> {
  row: number;
  values: Row | null;
  faults: CellFault[];
}

export const reason = (code: string, zh: string, en: string): { reason: CellReason } => ({
  reason: { code, message: { zh, en } },
});
