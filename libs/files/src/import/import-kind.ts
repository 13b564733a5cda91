import type { Actor, Scope } from '@bureau/access';
import type { Day } from '@bureau/calendar';
import {
  type CellFault,
  type Columns,
  type FixedWidths,
  type Limits,
  readTable,
  type RowOf,
  type Sentence,
  writeTemplate,
} from '@bureau/spreadsheet';
import type { EntityManager } from 'typeorm';

/** A row that was read without a fault. */
export interface ImportRow<Row> {
  /** As the spreadsheet program numbers it. */
  row: number;
  values: Row;
}

/** A row that the office does not take, though each of its cells is sound. */
export interface RowFault {
  row: number;
  /** The title of the column at fault; left out when it is the row as a whole. */
  column?: string;
  /** Masked where it is personal. */
  value?: string;
  code: string;
  message: Sentence;
}

export interface ImportContext {
  /** Of the one transaction in which all of the file is loaded, under the caller's row security. */
  manager: EntityManager;
  actor: Actor;
  today: Day;
  arguments: Readonly<Record<string, string>>;
  runId: string;
  /** Tells of a row that is not taken. With REJECT_ALL nothing of the file will be. */
  refuse: (fault: RowFault) => void;
  /** Aborts when the run was cancelled. */
  signal: AbortSignal;
}

/** What loading came to, in rows. */
export interface ImportCounts {
  created: number;
  changed: number;
  unchanged: number;
}

export interface ImportDefinition<Given extends Columns> {
  /** In the address: kebab-case. */
  kind: string;
  /** What the sheet is called. */
  title: string;
  /** The caller must hold all of them. */
  scopes: readonly Scope[];
  /** `today` is the last day that a day of birth, and the like, may have. */
  columns: (today: Day) => Given;
  /** What the explanation sheet of the template says first. */
  notes?: readonly string[];
  /** What the address must say beside the file, such as the school year, with the form that it must have. */
  arguments?: Readonly<Record<string, RegExp>>;
  limits?: Partial<Limits>;
  fixedWidths?: FixedWidths;
  order?: readonly (keyof Given & string)[];
  /**
   * Loads the rows, batch by batch, as they are read; set-based SQL, thousands of rows a statement. It runs inside one
   * transaction: when it throws, or the process dies, nothing of the file is left.
   */
  load: (context: ImportContext, batches: AsyncIterable<ImportRow<RowOf<Given>>[]>) => Promise<ImportCounts>;
}

/** What whoever runs an import is told while the file is read. */
export interface ReadingProgress {
  onTotal: (rows: number) => void;
  onRows: (rows: number, faults: readonly CellFault[]) => void;
}

/** A kind of file that an office takes in; the types of its columns stay inside. */
export interface ImportKind {
  kind: string;
  title: string;
  scopes: readonly Scope[];
  arguments: Readonly<Record<string, RegExp>>;
  template: (today: Day) => Promise<Buffer>;
  run: (path: string, context: ImportContext, progress: ReadingProgress) => Promise<ImportCounts>;
}

/** Declares a kind of file that an office takes in. */
export function importKind<Given extends Columns>(definition: ImportDefinition<Given>): ImportKind {
  const { kind, title, scopes, columns, notes = [], arguments: wanted = {}, load } = definition;
  return {
    kind,
    title,
    scopes,
    arguments: wanted,
    template: (today) => writeTemplate({ name: title, columns: columns(today), notes }),
    run: (path, context, progress) => load(context, soundRows(path, definition, { context, progress })),
  };
}

async function* soundRows<Given extends Columns>(
  path: string,
  { columns, limits, fixedWidths, order }: ImportDefinition<Given>,
  { context, progress }: { context: ImportContext; progress: ReadingProgress },
): AsyncGenerator<ImportRow<RowOf<Given>>[]> {
  const options = { limits, fixedWidths, signal: context.signal, onTotal: progress.onTotal, ...(order && { order }) };
  for await (const batch of readTable(path, { columns: columns(context.today), ...options })) {
    progress.onRows(
      batch.length,
      batch.flatMap(({ faults }) => faults),
    );
    const rows = batch.flatMap(({ row, values }) => (values ? [{ row, values }] : []));
    if (rows.length > 0) yield rows;
  }
}
