import { Readable } from 'node:stream';
import type { CellStyle, ColumnDef } from 'hucre';
import { writeXlsxStream } from 'hucre/xlsx';
import { displayWidth, type ExportCell, type ExportColumn, yesNo } from './export-column.ts';
import { HEADER_STYLE, TEXT_STYLE } from './styles.ts';

export interface WorkbookOptions<Row> {
  /** Of the sheet, at most 31 characters. */
  name: string;
  columns: readonly ExportColumn<Row>[];
  /** Who took the export out, when and what for; it stands above the header. */
  watermark?: string | undefined;
}

export type Rows<Row> = Iterable<Row> | AsyncIterable<Row>;

/** The library asks for a column's style with every cell: the header's first, then the body's. */
class StyledColumn implements ColumnDef {
  readonly width: number;
  isBody = false;

  constructor(width: number) {
    this.width = width;
  }

  get style(): CellStyle {
    return this.isBody ? TEXT_STYLE : HEADER_STYLE;
  }
}

/** A workbook as it is written, row by row; memory does not grow with the rows. */
export function writeWorkbook<Row>(rows: Rows<Row>, { name, columns, watermark }: WorkbookOptions<Row>): Readable {
  const styled = columns.map(({ title, width }) => new StyledColumn(width ?? Math.max(8, displayWidth(title) + 4)));
  const above = watermark === undefined ? [] : [[watermark]];

  async function* cells(): AsyncGenerator<ExportCell[]> {
    yield* above;
    yield columns.map(({ title }) => title);
    for (const column of styled) column.isBody = true;
    for await (const row of rows) yield columns.map(({ value }) => shown(value(row)));
  }

  const bytes = writeXlsxStream(cells(), {
    name: name.slice(0, 31),
    columns: styled,
    freezePane: { rows: above.length + 1 },
    repeatHeaders: false,
  });
  return Readable.fromWeb(bytes as Parameters<typeof Readable.fromWeb>[0]);
}

const shown = (cell: ExportCell): ExportCell => (typeof cell === 'boolean' ? yesNo(cell) : cell);
