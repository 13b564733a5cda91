import type { Sentence } from '../sentence.ts';
import type { CellReading, Column, FilledCell, ReadingContext } from '../table/column.ts';

export interface ColumnOptions {
  aliases?: readonly string[];
  /** Marked ★ in the template. */
  required?: boolean;
  /** A faulty value is not shown whole. */
  personal?: boolean;
  hint?: Sentence;
  example?: string;
}

export interface RequiredOptions extends ColumnOptions {
  required: true;
}

interface ColumnParts<Value> {
  read: (cell: FilledCell, context: ReadingContext) => CellReading<NonNullable<Value>>;
  mask?: (text: string) => string;
  hint?: Sentence;
  choices?: readonly string[];
}

const firstOnly = (text: string): string => text.slice(0, 1) + '*'.repeat(Math.max(0, Math.min(text.length - 1, 6)));

/** A column of what its options and its kind say; the caller's hint goes before the kind's own. */
export function columnOf<Value>(title: string, options: ColumnOptions, parts: ColumnParts<Value>): Column<Value> {
  const { required = false, personal = false, aliases, example } = options;
  const mask = parts.mask ?? (personal ? firstOnly : undefined);
  const hint = options.hint ?? parts.hint;
  return {
    title,
    required,
    blank: null,
    read: parts.read,
    ...(aliases && { aliases }),
    ...(mask && { mask }),
    ...(hint && { hint }),
    ...(parts.choices && { choices: parts.choices }),
    ...(example !== undefined && { example }),
  };
}
