import type { Readable } from 'node:stream';
import type { CellFault } from '../table/column.ts';
import type { Language } from '../sentence.ts';
import { type Rows, writeWorkbook } from './workbook.ts';

const TITLES: Record<Language, readonly string[]> = {
  zh: ['行号', '列', '值', '原因', '代码'],
  en: ['Row', 'Column', 'Value', 'Reason', 'Code'],
};

/** The workbook that the clerk gets back: one line for each fault. */
export function writeFaultWorkbook(faults: Rows<CellFault>, language: Language): Readable {
  const [row = '', column = '', value = '', reason = '', code = ''] = TITLES[language];
  return writeWorkbook(faults, {
    name: language === 'zh' ? '错误' : 'Errors',
    columns: [
      { title: row, width: 8, value: (fault) => fault.row },
      { title: column, width: 18, value: (fault) => fault.column },
      { title: value, width: 24, value: (fault) => fault.value },
      { title: reason, width: 60, value: (fault) => fault.message[language] },
      { title: code, width: 28, value: (fault) => fault.code },
    ],
  });
}
