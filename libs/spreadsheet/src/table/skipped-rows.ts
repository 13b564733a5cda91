import { type RawRow, textOfCell } from '../raw/raw-row.ts';
import { withoutBlanks } from './normalise.ts';

const TOTAL = /^(本页|本班|本校|全县|以上)?(合计|小计|总计|累计)/;
const NOTE = /^(注|备注|说明|填表|制表|审核|负责人|单位|日期|经办)/;

/** Rows that hold no record: totals, and notes that stand alone below the table. */
export function holdsNoRecord({ cells }: RawRow): boolean {
  const filled = cells.map((cell) => withoutBlanks(textOfCell(cell))).filter((text) => text !== '');
  const [first = ''] = filled;
  if (TOTAL.test(first)) return true;
  const second = filled[1] ?? '';
  if (/^\d*$/.test(first) && TOTAL.test(second)) return true;
  return filled.length <= 2 && NOTE.test(first);
}
