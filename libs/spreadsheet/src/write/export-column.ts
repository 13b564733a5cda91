/** What a cell of an export holds; numbers that identify are text. */
export type ExportCell = string | number | boolean | null;

/** One column of an export. */
export interface ExportColumn<Row> {
  title: string;
  /** In characters of Latin width; a Chinese character takes two. */
  width?: number;
  value: (row: Row) => ExportCell;
}

/** The text of a cell as a plain file has it. */
export function exportText(cell: ExportCell): string {
  if (cell === null) return '';
  return typeof cell === 'boolean' ? yesNo(cell) : String(cell);
}

export const yesNo = (value: boolean) => (value ? '是' : '否');

const isWide = (character: string) => (character.codePointAt(0) ?? 0) >= 0x1100;

/** How many Latin characters a text is as wide as. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) width += isWide(character) ? 2 : 1;
  return width;
}
