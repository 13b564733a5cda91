import type { Encoding } from './encoding.ts';

/** How a text file of a bank lays out its lines. */
export interface FixedWidths {
  encoding: Encoding;
  /** In bytes of GBK, where a Chinese character takes two, or in characters. */
  unit: 'GBK_BYTE' | 'CHARACTER';
  widths: readonly number[];
}

/** How many places of a line a character takes. */
export function placesOf(character: string, unit: FixedWidths['unit']): number {
  if (unit === 'CHARACTER') return 1;
  return (character.codePointAt(0) ?? 0) < 0x80 ? 1 : 2;
}

/** Makes rows of lines whose fields have fixed widths. */
export class FixedWidthReader {
  readonly #layout: FixedWidths;
  #rest = '';
  #rows: string[][] = [];

  constructor(layout: FixedWidths) {
    this.#layout = layout;
  }

  push(text: string): void {
    const lines = (this.#rest + text).split('\n');
    this.#rest = lines.pop() ?? '';
    for (const line of lines) this.#rows.push(this.#fields(line.replace(/\r$/, '')));
  }

  end(): void {
    if (this.#rest !== '') this.#rows.push(this.#fields(this.#rest.replace(/\r$/, '')));
    this.#rest = '';
  }

  take(): string[][] {
    const rows = this.#rows;
    this.#rows = [];
    return rows;
  }

  #fields(line: string): string[] {
    const { unit, widths } = this.#layout;
    const characters = [...line];
    let at = 0;
    return widths.map((width) => {
      let field = '';
      for (let places = 0; places < width && at < characters.length; at += 1) {
        const character = characters[at] ?? '';
        field += character;
        places += placesOf(character, unit);
      }
      return field.trim();
    });
  }
}
