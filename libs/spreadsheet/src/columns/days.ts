import { type Day, isDay } from '@bureau/calendar';
import { isDayCell } from '../raw/raw-row.ts';
import { dayOfSerial } from '../serial-day.ts';
import { type Column, type FilledCell, reason } from '../table/column.ts';
import { withoutBlanks } from '../table/normalise.ts';
import { columnOf, type ColumnOptions, type RequiredOptions } from './options.ts';

const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;
const PARTED = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:T?\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?$/;
const MONTH = /^(\d{4})[-/.年]?(\d{1,2})月?$/;

/** Serials of the years in which whoever is in these files was born or will be: 1930 to 2099. */
const [FIRST_SERIAL, LAST_SERIAL] = [10_959, 73_050];

/** A day in one of the six ways of writing one, or a spreadsheet's own number of it. */
export function readDay(cell: FilledCell): Day | null {
  if (isDayCell(cell)) return isDay(cell.day) ? cell.day : null;
  const text = withoutBlanks(String(cell));
  const parts = COMPACT.exec(text) ?? PARTED.exec(text);
  if (parts) {
    const [, year = '', month = '', date = ''] = parts;
    const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
    return isDay(day) ? day : null;
  }
  const serial = /^\d{5}(\.\d+)?$/.test(text) ? Number(text) : NaN;
  return serial >= FIRST_SERIAL && serial <= LAST_SERIAL ? dayOfSerial(serial) : null;
}

interface DayOptions extends ColumnOptions {
  notBefore?: Day;
  notAfter?: Day;
}

/** 20150301, 2015-03-01, 2015/3/1, 2015.3.1, 2015年3月1日, or a date cell. */
export function dayColumn(title: string, options: DayOptions & RequiredOptions): Column<Day>;
export function dayColumn(title: string, options?: DayOptions): Column<Day | null>;
export function dayColumn(
  title: string,
  { notBefore = '1900-01-01', notAfter = '2099-12-31', ...options }: DayOptions = {},
) {
  return columnOf<Day>(title, options, {
    read(cell) {
      const day = readDay(cell);
      if (day === null)
        return reason('DAY_UNREADABLE', '不是日期，请写成 2015-03-01。', 'Not a day: write it as 2015-03-01.');
      if (day < notBefore || day > notAfter)
        return reason(
          'DAY_OUT_OF_RANGE',
          `日期应在 ${notBefore} 至 ${notAfter} 之间。`,
          `The day must be from ${notBefore} to ${notAfter}.`,
        );
      return { value: day };
    },
    hint: { zh: '日期，如 2015-03-01', en: 'Day, such as 2015-03-01' },
  });
}

function readMonth(cell: FilledCell): string | null {
  const parts = isDayCell(cell) ? null : MONTH.exec(withoutBlanks(String(cell)));
  if (!parts) return readDay(cell)?.slice(0, 7) ?? null;
  const [, year = '', month = ''] = parts;
  const day = `${year}-${month.padStart(2, '0')}-01`;
  return isDay(day) ? day.slice(0, 7) : null;
}

/** 入学年月 and the like: `2021-09`, also 202109, 2021.9, 2021年9月, or a day of that month. */
export function monthColumn(title: string, options: RequiredOptions): Column<string>;
export function monthColumn(title: string, options?: ColumnOptions): Column<string | null>;
export function monthColumn(title: string, options: ColumnOptions = {}) {
  return columnOf<string>(title, options, {
    read(cell) {
      const month = readMonth(cell);
      if (month !== null && month >= '1930-01' && month <= '2099-12') return { value: month };
      return reason('MONTH_UNREADABLE', '不是年月，请写成 2021-09。', 'Not a month: write it as 2021-09.');
    },
    hint: { zh: '年月，如 2021-09', en: 'Month, such as 2021-09' },
  });
}
