import type { Source } from '../source/source.ts';
import type { ZipEntry } from '../zip/zip-directory.ts';
import { readXmlPart } from './read-xml.ts';
import { attributeOf } from './xml-scanner.ts';

/** Number formats that need no definition and show a day (ECMA-376 part 1, 18.8.30, with the Chinese ones). */
const BUILT_IN_DATES: readonly (readonly [number, number])[] = [
  [14, 17],
  [22, 22],
  [27, 36],
  [50, 58],
];

const QUOTED = /"[^"]*"|\[[^\]]*\]|\\./g;

const isDateFormat = (code: string) => /[ymd年月日]/i.test(code.replace(QUOTED, ''));

function isBuiltInDate(id: number): boolean {
  return BUILT_IN_DATES.some(([from, to]) => id >= from && id <= to);
}

/** Which cell styles show a number as a day, by their index. */
export async function readDateStyles(source: Source, entry: ZipEntry): Promise<boolean[]> {
  const formats = new Map<number, boolean>();
  const styles: boolean[] = [];
  let isInStyles = false;
  await readXmlPart(source, entry, {
    onOpen(name, attributes) {
      if (name === 'numFmt')
        formats.set(
          Number(attributeOf(attributes, 'numFmtId')),
          isDateFormat(attributeOf(attributes, 'formatCode') ?? ''),
        );
      else if (name === 'cellXfs') isInStyles = true;
      else if (name === 'xf' && isInStyles) {
        const id = Number(attributeOf(attributes, 'numFmtId') ?? 0);
        styles.push(formats.get(id) ?? isBuiltInDate(id));
      }
    },
    onClose(name) {
      if (name === 'cellXfs') isInStyles = false;
    },
  });
  return styles;
}
