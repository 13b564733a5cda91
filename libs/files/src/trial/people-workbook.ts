import { buffer } from 'node:stream/consumers';
import { composeResidentNumber } from '@bureau/resident-id';
import { writeWorkbook } from '@bureau/spreadsheet';

export type PersonRow = readonly [name: string, number: string, bornOn: string];

/** People as the file has them, from the `first` on. */
export function peopleRows(count: number, first = 0): PersonRow[] {
  return Array.from({ length: count }, (_, at) => {
    const serial = first + at;
    const bornOn = `${2008 + (Math.floor(serial / 999) % 10)}-${String(1 + (Math.floor(serial / 9990) % 12)).padStart(2, '0')}-11`;
    return [`学生${serial}`, composeResidentNumber('640121', bornOn, 1 + (serial % 999)), bornOn] as const;
  });
}

export function peopleWorkbook(rows: readonly PersonRow[]): Promise<Buffer> {
  const columns = ['姓名', '身份证件号', '出生日期'].map((title, at) => ({
    title,
    value: (row: PersonRow) => row[at] ?? null,
  }));
  return buffer(writeWorkbook(rows, { name: '人员', columns }));
}
