import { Readable } from 'node:stream';
import { placesOf } from '../text/fixed-width-reader.ts';
import { type ExportCell, type ExportColumn, exportText } from './export-column.ts';
import { encodeGbk } from './gbk.ts';
import type { Rows } from './workbook.ts';

export type TextEncoding = 'utf-8' | 'gbk';

const LINES_AT_ONCE = 500;

/** Text that a spreadsheet would take for a formula begins with an apostrophe instead. */
function csvCell(cell: ExportCell): string {
  const text = exportText(cell);
  const isNumber = typeof cell === 'number';
  const safe = !isNumber && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export interface CsvOptions<Row> {
  columns: readonly ExportColumn<Row>[];
  encoding?: TextEncoding;
  watermark?: string | undefined;
}

/** Comma-separated text, for Excel in UTF-8 with its mark or in GBK. */
export function writeCsv<Row>(rows: Rows<Row>, { columns, encoding = 'utf-8', watermark }: CsvOptions<Row>): Readable {
  const head = columns.map(({ title }) => csvCell(title)).join(',');
  const above = watermark === undefined ? [] : [csvCell(watermark)];
  const line = (row: Row) => columns.map(({ value }) => csvCell(value(row))).join(',');
  return textStream(rows, { above: [...above, head], line, encoding, mark: encoding === 'utf-8' ? '\ufeff' : '' });
}

export interface FixedField<Row> {
  width: number;
  align: 'LEFT' | 'RIGHT';
  /** Fills what the value leaves of the width. */
  fill?: string;
  value: (row: Row) => ExportCell;
}

export interface FixedWidthOptions<Row> {
  fields: readonly FixedField<Row>[];
  encoding?: TextEncoding;
  unit: 'GBK_BYTE' | 'CHARACTER';
}

/** A file of lines with fields of fixed width, as banks take; a value that does not fit is a fault of the caller's. */
export function writeFixedWidth<Row>(
  rows: Rows<Row>,
  { fields, encoding = 'gbk', unit }: FixedWidthOptions<Row>,
): Readable {
  const line = (row: Row) => fields.map((field) => fixedField(exportText(field.value(row)), field, unit)).join('');
  return textStream(rows, { above: [], line, encoding, mark: '' });
}

function fixedField<Row>(
  text: string,
  { width, align, fill = ' ' }: FixedField<Row>,
  unit: 'GBK_BYTE' | 'CHARACTER',
): string {
  const places = [...text].reduce((sum, character) => sum + placesOf(character, unit), 0);
  if (places > width) throw new RangeError(`A value has ${places} places, its field ${width}.`);
  const filling = fill.repeat(width - places);
  return align === 'LEFT' ? text + filling : filling + text;
}

interface TextFile<Row> {
  above: string[];
  line: (row: Row) => string;
  encoding: TextEncoding;
  mark: string;
}

function textStream<Row>(rows: Rows<Row>, { above, line, encoding, mark }: TextFile<Row>): Readable {
  const bytesOf = (text: string) => (encoding === 'gbk' ? encodeGbk(text) : Buffer.from(text));
  async function* chunks(): AsyncGenerator<Buffer> {
    let lines = [...above];
    let start = mark;
    for await (const row of rows) {
      lines.push(line(row));
      if (lines.length < LINES_AT_ONCE) continue;
      yield bytesOf(`${start}${lines.join('\r\n')}\r\n`);
      [lines, start] = [[], ''];
    }
    if (lines.length > 0) yield bytesOf(`${start}${lines.join('\r\n')}\r\n`);
  }
  return Readable.from(chunks(), { objectMode: false });
}
