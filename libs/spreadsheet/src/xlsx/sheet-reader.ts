import { FileRefusal } from '../file-refusal.ts';
import type { Limits } from '../limits.ts';
import type { RawCell, RawRow } from '../raw/raw-row.ts';
import { cellValue, columnOfReference, type SheetContext } from './sheet-cell.ts';
import { attributeOf, type XmlHandler } from './xml-scanner.ts';

/** Makes rows of the XML of a worksheet. */
export class SheetReader implements XmlHandler {
  readonly #context: SheetContext;
  readonly #limits: Limits;
  #rows: RawRow[] = [];
  #row = 0;
  #cells: RawCell[] = [];
  #column = -1;
  #cell = { type: '', style: 0, value: '', isFormula: false };
  #isValue = false;
  #isReading = false;
  /** The last row that the sheet says it has, before its rows are read. */
  total: number | undefined;

  constructor(context: SheetContext, limits: Limits) {
    this.#context = context;
    this.#limits = limits;
  }

  /** The rows that are whole by now; each is given once. */
  take(): RawRow[] {
    const rows = this.#rows;
    this.#rows = [];
    return rows;
  }

  onOpen = (name: string, attributes: string): void => {
    switch (name) {
      case 'c':
        return this.#openCell(attributes);
      case 'v':
      case 't':
        this.#isValue = !this.#isReading;
        return;
      case 'f':
        this.#cell.isFormula = true;
        return;
      case 'rPh':
        this.#isReading = true;
        return;
      case 'dimension':
        this.total = lastRowOf(attributeOf(attributes, 'ref') ?? '');
        return;
      case 'row':
        this.#row = Number(attributeOf(attributes, 'r') ?? this.#row + 1);
        this.#cells = [];
        this.#column = -1;
    }
  };

  onText = (text: string): void => {
    if (this.#isValue) this.#cell.value += text;
  };

  onClose = (name: string): void => {
    switch (name) {
      case 'v':
      case 't':
        this.#isValue = false;
        return;
      case 'rPh':
        this.#isReading = false;
        return;
      case 'c':
        this.#cells[this.#column] = cellValue(this.#cell, this.#context);
        return;
      case 'row':
        this.#closeRow();
    }
  };

  #openCell(attributes: string): void {
    const reference = attributeOf(attributes, 'r');
    const column = reference === undefined ? this.#column + 1 : columnOfReference(reference);
    const { maxColumns } = this.#limits;
    for (let blank = this.#cells.length; blank < Math.min(column, maxColumns); blank += 1) this.#cells.push(null);
    this.#column = Math.min(column, maxColumns);
    this.#cell = {
      type: attributeOf(attributes, 't') ?? '',
      style: Number(attributeOf(attributes, 's') ?? 0),
      value: '',
      isFormula: false,
    };
  }

  #closeRow(): void {
    const { maxColumns, maxRows } = this.#limits;
    if (this.#cells.slice(maxColumns).some((cell) => cell !== null))
      throw new FileRefusal({ kind: 'FILE_TOO_MANY_COLUMNS', row: this.#row, maxColumns });
    if (this.#cells.every((cell) => cell === null)) return;
    if (this.#row > maxRows) throw new FileRefusal({ kind: 'FILE_TOO_MANY_ROWS', maxRows });
    this.#rows.push({ row: this.#row, cells: this.#cells });
  }
}

/** `A1:F120` ends at row 120. */
function lastRowOf(range: string): number | undefined {
  const row = /:[A-Z]+(\d+)$/.exec(range)?.[1];
  return row === undefined ? undefined : Number(row);
}
