/** One value of a national code table. */
export interface Code {
  code: string;
  /** The Chinese text as the standard prints it, without ornament. */
  text: string;
}

/** A national code table as data: standards change, and a county may load another edition. */
export interface CodeTable {
  /** Chinese title of the table. */
  title: string;
  standard: string;
  /** LIKELY: known from practice, the standard's own wording has not been compared. */
  certainty: 'CERTAIN' | 'LIKELY';
  codes: readonly Code[];
}

export function findCode(table: CodeTable, code: string): Code | null {
  return table.codes.find((entry) => entry.code === code) ?? null;
}

/** Looks a Chinese text up, blanks and full-width letters aside. */
export function findCodeByText(table: CodeTable, text: string): Code | null {
  const wanted = normalise(text);
  return table.codes.find((entry) => normalise(entry.text) === wanted) ?? null;
}

/** `'01 汉'` per line: the form in which the tables are kept beside each other. */
export function codesOf(lines: string): Code[] {
  return lines
    .trim()
    .split(/\s*[\n,]\s*/)
    .map((line) => {
      const [code = '', ...text] = line.split(' ');
      return { code, text: text.join(' ') };
    });
}

function normalise(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '');
}
