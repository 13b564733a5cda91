import type { CodeTable } from '@bureau/codes';
import { type Column, reason } from '../table/column.ts';
import { columnOf, type ColumnOptions, type RequiredOptions } from './options.ts';
import { withoutBlanks } from '../table/normalise.ts';
import { cellText } from './text.ts';

interface ChoiceOptions<Value extends string> extends ColumnOptions {
  /** Each value with the text that the template's list shows. */
  texts: readonly (readonly [Value, string])[];
  /** Other texts that mean a value, such as 男 for 男性. */
  also?: Readonly<Record<string, Value>>;
}

const SHOWN_MOST = 12;

/** One of a list: the text, another text for it, or the value itself. */
export function choiceColumn<const Value extends string>(
  title: string,
  options: ChoiceOptions<Value> & RequiredOptions,
): Column<Value>;
export function choiceColumn<const Value extends string>(
  title: string,
  options: ChoiceOptions<Value>,
): Column<Value | null>;
export function choiceColumn<const Value extends string>(
  title: string,
  { texts, also, ...options }: ChoiceOptions<Value>,
) {
  const known = new Map<string, Value>();
  for (const [value] of texts) known.set(value.toUpperCase(), value);
  for (const [text, value] of Object.entries<Value>(also ?? {})) known.set(withoutBlanks(text).toUpperCase(), value);
  for (const [value, text] of texts) known.set(withoutBlanks(text).toUpperCase(), value);
  const choices = texts.map(([, text]) => text);
  const shown = choices.slice(0, SHOWN_MOST).join('、') + (choices.length > SHOWN_MOST ? '…' : '');
  const unknown = reason('CHOICE_UNKNOWN', `不在选项内，可填：${shown}。`, `Not one of the list: ${shown}.`);
  const isTwoDigits = texts.every(([value]) => /^\d{2}$/.test(value));
  return columnOf<Value>(title, options, {
    read(cell) {
      const reading = cellText(cell);
      if (!('value' in reading)) return reading;
      const text = withoutBlanks(reading.value).toUpperCase();
      const padded = isTwoDigits && typeof cell === 'number' ? text.padStart(2, '0') : text;
      const [code = ''] = /^[0-9A-Z]{1,4}(?=[-.:_])/.exec(text) ?? [];
      const value = known.get(padded) ?? known.get(code);
      return value === undefined ? unknown : { value };
    },
    choices,
  });
}

/** One of a national code table, by its text or its code; `also` are the short forms that schools write. */
export function codeColumn(
  title: string,
  options: RequiredOptions & { table: CodeTable; also?: Readonly<Record<string, string>> },
): Column<string>;
export function codeColumn(
  title: string,
  options: ColumnOptions & { table: CodeTable; also?: Readonly<Record<string, string>> },
): Column<string | null>;
export function codeColumn(
  title: string,
  { table, ...options }: ColumnOptions & { table: CodeTable; also?: Readonly<Record<string, string>> },
) {
  return choiceColumn<string>(title, { ...options, texts: table.codes.map(({ code, text }) => [code, text] as const) });
}

const YES_NO: Readonly<Record<string, 'YES' | 'NO'>> = {
  是: 'YES',
  有: 'YES',
  对: 'YES',
  '√': 'YES',
  Y: 'YES',
  TRUE: 'YES',
  1: 'YES',
  否: 'NO',
  无: 'NO',
  不是: 'NO',
  没有: 'NO',
  '×': 'NO',
  N: 'NO',
  FALSE: 'NO',
  0: 'NO',
};

/** 是 or 否, and what else people write for them. */
export function yesNoColumn(title: string, options: RequiredOptions): Column<boolean>;
export function yesNoColumn(title: string, options?: ColumnOptions): Column<boolean | null>;
export function yesNoColumn(title: string, options: ColumnOptions = {}) {
  return columnOf<boolean>(title, options, {
    read(cell) {
      const reading = cellText(cell);
      if (!('value' in reading)) return reading;
      const answer = YES_NO[withoutBlanks(reading.value).toUpperCase()];
      if (answer === undefined) return reason('NOT_YES_OR_NO', '应填“是”或“否”。', 'It must be 是 or 否.');
      return { value: answer === 'YES' };
    },
    choices: ['是', '否'],
  });
}
