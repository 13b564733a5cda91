import type { RowFault } from '@bureau/files';
import { parseYuan } from '@bureau/money';
import type { RawCell, RawRow, Sentence } from '@bureau/spreadsheet';
import type { BankTemplate, ReturnField } from '../bank-file/bank-template.settings.ts';
import type { LineResult } from './bank-return.rules.ts';
import type { ReturnLine } from './bank-return.service.ts';

export type Titles = ReadonlyMap<ReturnField, number>;

/** A line that cannot be read. */
export class LineFault {
  readonly fault: RowFault;

  constructor(row: number, code: string, message: Sentence) {
    this.fault = { row, code, message };
  }
}

const textOf = (cell: RawCell | undefined): string => {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'object') return 'day' in cell ? cell.day : '';
  return String(cell).trim();
};

/** Whether the bytes can be what the template says: text in GBK is no UTF-8, unless it is all Latin. */
export function isEncodedAs(bytes: Buffer, { format, encoding }: BankTemplate): boolean {
  const isWorkbook = bytes.subarray(0, 2).toString('latin1') === 'PK';
  if (format === 'XLSX' || isWorkbook) return (format === 'XLSX') === isWorkbook;
  const isLatin = bytes.every((byte) => byte < 0x80);
  return isLatin || (encoding === 'utf-8') === isUtf8(bytes);
}

function isUtf8(bytes: Buffer): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** Where each field stands, by the titles of the header row. */
export function titlesOf({ cells }: RawRow, { returnColumns }: BankTemplate): Titles {
  const found = cells.map(textOf);
  return new Map(
    returnColumns.flatMap(({ field, title }) => {
      const at = found.indexOf(title);
      return at >= 0 ? [[field, at] as const] : [];
    }),
  );
}

function resultOf(word: string, { results }: BankTemplate): LineResult | null {
  if (results.paid.includes(word)) return 'PAID';
  if (results.failed.includes(word)) return 'FAILED';
  return results.reversed.includes(word) ? 'REVERSED' : null;
}

/** The day as banks write it: 20240620, 2024-06-20, 2024/6/20. */
function dayOf(text: string): string | null {
  const parts = /^(\d{4})[-/.]?(\d{1,2})[-/.]?(\d{1,2})$/.exec(text);
  return parts ? [parts[1], parts[2]?.padStart(2, '0'), parts[3]?.padStart(2, '0')].join('-') : null;
}

const FAULTS = {
  SEQUENCE: { zh: '序号有误。', en: 'The sequence is none.' },
  AMOUNT: { zh: '金额有误：应为两位小数的正数。', en: 'The amount is none: yuan above zero with two decimals.' },
  RESULT: { zh: '处理结果不在模板内。', en: 'The result is no word of the template.' },
  DAY: { zh: '成功的记录缺少入账日期。', en: 'A paid line lacks its day.' },
} as const;

/** The row as a line, or what is wrong with it. */
export function lineOf(row: RawRow, titles: Titles, template: BankTemplate): ReturnLine | LineFault {
  const field = (name: ReturnField) => textOf(row.cells[titles.get(name) ?? -1]);
  const fault = (code: keyof typeof FAULTS) => new LineFault(row.row, `RETURN_${code}_UNREADABLE`, FAULTS[code]);
  const [sequence, amount] = [field('sequence'), parseYuan(field('amount'))];
  const [result, paidOn] = [resultOf(field('result'), template), dayOf(field('paidOn'))];
  if (!/^\d{1,9}$/.test(sequence)) return fault('SEQUENCE');
  if ('refusal' in amount || amount.fen === 0n) return fault('AMOUNT');
  if (result === null) return fault('RESULT');
  if (result === 'PAID' && paidOn === null) return fault('DAY');
  return {
    lineNumber: row.row,
    sequence: Number(sequence),
    batchNumber: field('batchNumber'),
    account: field('account'),
    amountFen: amount.fen,
    result,
    failureCode: template.failures[field('reason')] ?? null,
    paidOn,
    bankSerial: field('bankSerial'),
  };
}
