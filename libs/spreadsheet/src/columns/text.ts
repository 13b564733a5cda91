import { isDayCell } from '../raw/raw-row.ts';
import { type CellReading, type Column, type FilledCell, reason } from '../table/column.ts';
import { plainText, withoutBlanks } from '../table/normalise.ts';
import { columnOf, type ColumnOptions, type RequiredOptions } from './options.ts';

/** From here on a spreadsheet no longer keeps each digit of a number. */
const LAST_EXACT = Number.MAX_SAFE_INTEGER;
const EXPONENT = /^\d(\.\d+)?E\+?\d{2,}$/i;

const truncated = reason(
  'NUMBER_TRUNCATED',
  'Excel 已把号码变成数字并截断（如 6.40121E+17），请把该列设为“文本”格式后重新输入号码。',
  'The spreadsheet made a number of it and cut it off (such as 6.40121E+17): format the column as text and type it again.',
);

/** What stands in a cell that is to be text: a number that was cut off is no text. */
export function cellText(cell: FilledCell): CellReading<string> {
  if (isDayCell(cell)) return { value: cell.day };
  if (typeof cell === 'number') {
    if (Math.abs(cell) > LAST_EXACT) return truncated;
    return { value: String(cell) };
  }
  const text = plainText(String(cell));
  return EXPONENT.test(text) ? truncated : { value: text };
}

/** The same without blanks and in capitals, for numbers that identify. */
export function cellIdentifier(cell: FilledCell): CellReading<string> {
  const reading = cellText(cell);
  return 'value' in reading ? { value: withoutBlanks(reading.value).toUpperCase() } : reading;
}

const CONTROL = /\p{Cc}/u;

/** Free text of at most `max` characters; line breaks become blanks. */
export function textColumn(title: string, options: RequiredOptions & { max?: number }): Column<string>;
export function textColumn(title: string, options?: ColumnOptions & { max?: number }): Column<string | null>;
export function textColumn(title: string, { max = 200, ...options }: ColumnOptions & { max?: number } = {}) {
  return columnOf<string>(title, options, {
    read(cell) {
      const reading = cellText(cell);
      if (!('value' in reading)) return reading;
      const text = reading.value.replace(/\s*[\r\n\t]+\s*/g, ' ');
      if (CONTROL.test(text))
        return reason('CONTROL_CHARACTER', '含有不可见的控制字符。', 'It holds control characters.');
      if ([...text].length > max)
        return reason('TEXT_TOO_LONG', `不能超过 ${max} 个字。`, `At most ${max} characters.`);
      return { value: text };
    },
    hint: { zh: `文字，不超过 ${max} 个字`, en: `Text of at most ${max} characters` },
  });
}

/** Digits of a fixed length, such as a code; zeros that a spreadsheet dropped in front are put back. */
export function digitsColumn(title: string, options: RequiredOptions & { length: number }): Column<string>;
export function digitsColumn(title: string, options: ColumnOptions & { length: number }): Column<string | null>;
export function digitsColumn(title: string, { length, ...options }: ColumnOptions & { length: number }) {
  return columnOf<string>(title, options, {
    read(cell) {
      const reading = cellIdentifier(cell);
      if (!('value' in reading)) return reading;
      const digits = typeof cell === 'number' ? reading.value.padStart(length, '0') : reading.value;
      if (!/^\d+$/.test(digits) || digits.length !== length)
        return reason('DIGITS_EXPECTED', `应为 ${length} 位数字。`, `It must be ${length} digits.`);
      return { value: digits };
    },
    hint: { zh: `${length} 位数字，文本格式`, en: `${length} digits, as text` },
  });
}
