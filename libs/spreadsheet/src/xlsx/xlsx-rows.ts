import { FileRefusal } from '../file-refusal.ts';
import type { Limits } from '../limits.ts';
import type { RawRow } from '../raw/raw-row.ts';
import type { Source } from '../source/source.ts';
import { guardZip } from '../zip/zip-guard.ts';
import { readZipDirectory } from '../zip/zip-directory.ts';
import { readDateStyles } from './date-styles.ts';
import { readXml } from './read-xml.ts';
import { readSharedStrings } from './shared-strings.ts';
import { SheetReader } from './sheet-reader.ts';
import { findWorkbookParts } from './workbook-parts.ts';

/** The rows of the first sheet that is shown, in batches, as they are unpacked. */
export async function* xlsxRows(
  source: Source,
  limits: Limits,
  onTotal: (rows: number) => void,
): AsyncGenerator<RawRow[]> {
  const entries = await readZipDirectory(source);
  guardZip(entries, source.size, limits);
  const other = notAWorkbook([...entries.keys()]);
  if (other) throw new FileRefusal({ kind: 'FILE_NOT_A_TABLE', looksLike: other });
  const { sheet, sharedStrings, styles, is1904 } = await findWorkbookParts(source, entries);
  const context = {
    strings: sharedStrings ? await readSharedStrings(source, sharedStrings) : [],
    dateStyles: styles ? await readDateStyles(source, styles) : [],
    is1904,
  };
  const reader = new SheetReader(context, limits);
  const chunks = readXml(source, sheet, reader);
  while (!(await chunks.next()).done) {
    const rows = reader.take();
    if (reader.total !== undefined) onTotal(reader.total);
    if (rows.length > 0) yield rows;
  }
}

function notAWorkbook(names: string[]): string | undefined {
  if (names.some((name) => name.startsWith('word/'))) return 'Word';
  if (names.some((name) => name.startsWith('ppt/'))) return 'PowerPoint';
  if (names.some((name) => name.endsWith('.xml') || name.startsWith('xl/'))) return undefined;
  return 'ZIP';
}
