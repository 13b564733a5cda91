import type { Source } from '../source/source.ts';
import type { ZipEntry } from '../zip/zip-directory.ts';
import { readXmlPart } from './read-xml.ts';

const ESCAPE = /_x([0-9a-f]{4})_/gi;

/** Spreadsheet programs write a line break as `_x000D_`. */
export function decodeEscapes(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(ESCAPE, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}

/** A copy that does not keep the chunk alive that it was cut out of. */
export const detached = (text: string): string => Buffer.from(text).toString();

/** The texts that the cells of a workbook refer to by number. The reading of characters (拼音) is left out. */
export async function readSharedStrings(source: Source, entry: ZipEntry): Promise<string[]> {
  const strings: string[] = [];
  let [text, isText, isReading] = ['', false, false];
  await readXmlPart(source, entry, {
    onOpen(name) {
      if (name === 'si') text = '';
      else if (name === 't') isText = !isReading;
      else if (name === 'rPh') isReading = true;
    },
    onText(part) {
      if (isText) text += part;
    },
    onClose(name) {
      if (name === 'si') strings.push(detached(decodeEscapes(text)));
      else if (name === 't') isText = false;
      else if (name === 'rPh') isReading = false;
    },
  });
  return strings;
}
