/** Makes rows of comma-separated text as it comes (RFC 4180; also with tabs or semicolons). */
export class CsvReader {
  readonly #separator: string;
  #rows: string[][] = [];
  #cells: string[] = [];
  #cell = '';
  #isQuoted = false;
  /** A quote was read inside a quoted cell: it ends the cell, or the next character says that it is doubled. */
  #isAfterQuote = false;
  #isAfterReturn = false;

  constructor(separator: string) {
    this.#separator = separator;
  }

  push(text: string): void {
    for (const character of text) this.#read(character);
  }

  end(): void {
    if (this.#cell !== '' || this.#cells.length > 0) this.#endRow();
  }

  /** The rows that are whole by now, blank ones included; each is given once. */
  take(): string[][] {
    const rows = this.#rows;
    this.#rows = [];
    return rows;
  }

  #read(character: string): void {
    const isAfterReturn = this.#isAfterReturn;
    this.#isAfterReturn = false;
    if (this.#isQuoted && !this.#isAfterQuote) return this.#readQuoted(character);
    if (character === '"' && this.#isAfterQuote) return this.#doubleQuote();
    this.#isQuoted = false;
    this.#isAfterQuote = false;
    if (character === '"' && this.#cell === '') this.#isQuoted = true;
    else if (character === this.#separator) this.#endCell();
    else if (character === '\n') {
      if (!isAfterReturn) this.#endRow();
    } else if (character === '\r') {
      this.#endRow();
      this.#isAfterReturn = true;
    } else this.#cell += character;
  }

  #readQuoted(character: string): void {
    if (character === '"') this.#isAfterQuote = true;
    else this.#cell += character;
  }

  #doubleQuote(): void {
    this.#cell += '"';
    this.#isAfterQuote = false;
  }

  #endCell(): void {
    this.#cells.push(this.#cell);
    this.#cell = '';
  }

  #endRow(): void {
    this.#endCell();
    this.#rows.push(this.#cells);
    this.#cells = [];
    this.#isQuoted = false;
    this.#isAfterQuote = false;
  }
}

/** The separator that the first line has most of, outside quotes. */
export function separatorOf(start: string): string {
  const line = (start.split(/[\r\n]/).find((text) => text.trim() !== '') ?? '').replace(/"[^"]*"/g, '');
  const counts = [',', '\t', ';', '，', '|'].map((mark) => ({ mark, count: line.split(mark).length }));
  return counts.reduce((most, next) => (next.count > most.count ? next : most)).mark;
}
