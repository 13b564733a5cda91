import { FileRefusal } from '../file-refusal.ts';
import { type RawRow, textOfCell } from '../raw/raw-row.ts';
import type { Columns } from './column.ts';
import { titleParts } from './normalise.ts';

export interface HeaderPlace {
  /** From 0. */
  at: number;
  unit: string | undefined;
}

/** Where each column stands in the file; columns that are not needed may be missing. */
export interface Header {
  row: number;
  places: ReadonlyMap<string, HeaderPlace>;
  /** The titles of the row, for finding it again further down. */
  titles: string;
}

/** Rows that may stand above the header: titles of the table, who filled it in, when. */
const ROWS_ABOVE = 12;

/** The header row is the one that names the most columns. */
export class HeaderSearch {
  readonly #columns: Columns;
  readonly #known: Map<string, string>;
  #best: { found: Header; missing: string[] } | undefined;
  #seen = 0;

  constructor(columns: Columns) {
    this.#columns = columns;
    this.#known = knownTitles(columns);
  }

  /** The header, if this row is it. */
  offer(row: RawRow): Header | undefined {
    this.#seen += 1;
    const places = placesIn(row, this.#known);
    const missing = Object.entries(this.#columns).flatMap(([name, column]) =>
      column.required && !places.has(name) ? [column.title] : [],
    );
    const found = { row: row.row, places, titles: titlesOf(row) };
    if (places.size > 0 && missing.length === 0) return found;
    if (places.size > (this.#best?.found.places.size ?? -1)) this.#best = { found, missing };
    if (this.#seen >= ROWS_ABOVE) throw this.refusal();
    return undefined;
  }

  /** What was missing in the row that came nearest. */
  refusal(): FileRefusal {
    const required = Object.values(this.#columns).flatMap(({ title, required: isNeeded }) => (isNeeded ? [title] : []));
    return new FileRefusal({ kind: 'HEADER_NOT_FOUND', missing: this.#best?.missing ?? required });
  }
}

export const titlesOf = ({ cells }: RawRow): string =>
  cells.map((cell) => titleParts(textOfCell(cell)).whole).join('|');

function knownTitles(columns: Columns): Map<string, string> {
  const known = new Map<string, string>();
  for (const [name, { title, aliases = [] }] of Object.entries(columns))
    for (const text of [title, ...aliases]) known.set(titleParts(text).whole, name);
  return known;
}

function placesIn({ cells }: RawRow, known: ReadonlyMap<string, string>): Map<string, HeaderPlace> {
  const places = new Map<string, HeaderPlace>();
  for (const [at, cell] of cells.entries()) {
    const text = textOfCell(cell);
    const { whole, base, unit } = titleParts(text);
    const name = known.get(whole) ?? known.get(base);
    if (name === undefined) continue;
    if (places.has(name)) throw new FileRefusal({ kind: 'HEADER_TWICE', title: text.trim() });
    places.set(name, { at, unit });
  }
  return places;
}
