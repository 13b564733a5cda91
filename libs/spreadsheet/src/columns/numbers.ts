import { type Fen, parseYuan } from '@bureau/money';
import { textOfCell } from '../raw/raw-row.ts';
import { type Column, reason } from '../table/column.ts';
import { withoutBlanks } from '../table/normalise.ts';
import { columnOf, type ColumnOptions, type RequiredOptions } from './options.ts';
import { cellText } from './text.ts';

interface NumberOptions extends ColumnOptions {
  min?: number;
  max?: number;
}

/** A whole number within its bounds; `12.0` and `1,200` are whole. */
export function wholeNumberColumn(title: string, options: NumberOptions & RequiredOptions): Column<number>;
export function wholeNumberColumn(title: string, options?: NumberOptions): Column<number | null>;
export function wholeNumberColumn(title: string, { min = 0, max = 999_999_999, ...options }: NumberOptions = {}) {
  return columnOf<number>(title, options, {
    read(cell) {
      const reading = cellText(cell);
      if (!('value' in reading)) return reading;
      const text = withoutBlanks(reading.value).replace(/,(?=\d{3})/g, '');
      const number = /^-?\d+(\.0+)?$/.test(text) ? Number(text) : NaN;
      if (Number.isNaN(number)) return reason('NOT_A_WHOLE_NUMBER', '应为整数。', 'It must be a whole number.');
      if (number < min || number > max)
        return reason('NUMBER_OUT_OF_RANGE', `应在 ${min} 至 ${max} 之间。`, `It must be from ${min} to ${max}.`);
      return { value: number };
    },
    hint: { zh: `整数，${min} 至 ${max}`, en: `Whole number from ${min} to ${max}` },
  });
}

/** A number with at most `decimals` places, as text: nothing is lost to binary fractions. */
export function decimalColumn(
  title: string,
  options: NumberOptions & RequiredOptions & { decimals?: number },
): Column<string>;
export function decimalColumn(title: string, options?: NumberOptions & { decimals?: number }): Column<string | null>;
export function decimalColumn(
  title: string,
  { min = 0, max = 999_999_999, decimals = 2, ...options }: NumberOptions & { decimals?: number } = {},
) {
  return columnOf<string>(title, options, {
    read(cell) {
      const reading = cellText(cell);
      if (!('value' in reading)) return reading;
      const text = withoutBlanks(reading.value).replace(/,(?=\d{3})/g, '');
      const places = /^-?\d+(?:\.(\d+))?$/.exec(text);
      if (!places) return reason('NOT_A_NUMBER', '应为数字。', 'It must be a number.');
      if ((places[1] ?? '').replace(/0+$/, '').length > decimals)
        return reason('TOO_MANY_DECIMALS', `最多 ${decimals} 位小数。`, `At most ${decimals} decimals.`);
      if (Number(text) < min || Number(text) > max)
        return reason('NUMBER_OUT_OF_RANGE', `应在 ${min} 至 ${max} 之间。`, `It must be from ${min} to ${max}.`);
      return { value: text };
    },
    hint: { zh: `数字，最多 ${decimals} 位小数`, en: `Number with at most ${decimals} decimals` },
  });
}

const AMOUNT = /^[¥￥]?(-?[\d,]+(?:\.\d+)?)(万元|元|万)?$/;

/** Moves the decimal point four places to the right. */
function tenThousandfold(yuan: string): string {
  const [whole = '0', decimals = ''] = yuan.split('.');
  const moved = decimals.padEnd(4, '0');
  const text = `${whole}${moved.slice(0, 4)}`.replace(/^(-?)0+(?=\d)/, '$1');
  return decimals.length > 4 ? `${text}.${moved.slice(4)}` : text;
}

/** Binary fractions show as 1250.5000000000001 or 0.1+0.2: a cell's number means at most four decimals. */
const numberText = (cell: number) => String(Number(cell.toFixed(6)));

/** 金额, exact to the fen; in 元, or in 万元 where the cell or the title's bracket says so. */
export function yuanColumn(title: string, options: ColumnOptions & RequiredOptions): Column<Fen>;
export function yuanColumn(title: string, options?: ColumnOptions): Column<Fen | null>;
export function yuanColumn(title: string, options: ColumnOptions = {}) {
  return columnOf<Fen>(title, options, {
    read(cell, { unit: titleUnit }) {
      const text = withoutBlanks(typeof cell === 'number' ? numberText(cell) : textOfCell(cell));
      const [, amount, cellUnit] = AMOUNT.exec(text) ?? [];
      if (amount === undefined)
        return reason('AMOUNT_UNREADABLE', '不是金额，请写成 1250.00。', 'Not an amount: write it as 1250.00.');
      const plain = amount.replaceAll(',', '').replace(/^(-?)0+(?=\d)/, '$1');
      const isTenThousands = (cellUnit ?? titleUnit ?? '元').startsWith('万');
      const parsed = parseYuan(trimmed(isTenThousands ? tenThousandfold(plain) : plain));
      if ('fen' in parsed) return { value: parsed.fen };
      if (parsed.refusal === 'FractionOfFen')
        return reason('AMOUNT_FRACTION', '金额最多到分。', 'An amount ends at the fen.');
      return reason(
        'AMOUNT_UNREADABLE',
        '不是金额，或超出范围，请写成 1250.00。',
        'Not an amount, or out of range: write it as 1250.00.',
      );
    },
    hint: { zh: '金额（元），如 1250.00', en: 'Amount in yuan, such as 1250.00' },
  });
}

const trimmed = (yuan: string) => (yuan.includes('.') ? yuan.replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, '') : yuan);
