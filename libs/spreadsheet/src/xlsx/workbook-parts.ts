import type { Source } from '../source/source.ts';
import { damaged, type ZipEntry } from '../zip/zip-directory.ts';
import { readXmlPart } from './read-xml.ts';
import { attributeOf } from './xml-scanner.ts';

type Entries = ReadonlyMap<string, ZipEntry>;

/** Where the parts of a workbook lie that a reader of rows needs. */
export interface WorkbookParts {
  sheet: ZipEntry;
  sharedStrings: ZipEntry | undefined;
  styles: ZipEntry | undefined;
  is1904: boolean;
}

interface Relation {
  id: string;
  type: string;
  target: string;
}

/** Finds the first sheet that is shown, and what its cells refer to. */
export async function findWorkbookParts(source: Source, entries: Entries): Promise<WorkbookParts> {
  const root = await relationsOf(source, entries, '_rels/.rels', '');
  const path = root.find(({ type }) => type === 'officeDocument')?.target ?? 'xl/workbook.xml';
  const workbook = entries.get(path);
  if (!workbook) throw damaged(path);
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const relations = await relationsOf(source, entries, `${folder}_rels/${path.slice(folder.length)}.rels`, folder);
  const { sheets, is1904 } = await readWorkbook(source, workbook);
  const shown = sheets.find(({ isHidden }) => !isHidden) ?? sheets[0];
  const target = relations.find(({ id }) => id === shown?.relation)?.target ?? '';
  const sheet = entries.get(target);
  if (!sheet) throw damaged(target);
  const partOf = (type: string) => entries.get(relations.find((relation) => relation.type === type)?.target ?? '');
  return { sheet, sharedStrings: partOf('sharedStrings'), styles: partOf('styles'), is1904 };
}

async function readWorkbook(source: Source, entry: ZipEntry) {
  const sheets: { relation: string; isHidden: boolean }[] = [];
  let is1904 = false;
  await readXmlPart(source, entry, {
    onOpen(name, attributes) {
      if (name === 'workbookPr') is1904 = /^(1|true)$/.test(attributeOf(attributes, 'date1904') ?? '');
      if (name !== 'sheet') return;
      const relation = /:id=["']([^"']+)/.exec(attributes)?.[1] ?? '';
      sheets.push({ relation, isHidden: (attributeOf(attributes, 'state') ?? 'visible') !== 'visible' });
    },
  });
  return { sheets, is1904 };
}

async function relationsOf(source: Source, entries: Entries, path: string, folder: string): Promise<Relation[]> {
  const entry = entries.get(path);
  if (!entry) return [];
  const relations: Relation[] = [];
  await readXmlPart(source, entry, {
    onOpen(name, attributes) {
      if (name !== 'Relationship') return;
      const target = attributeOf(attributes, 'Target') ?? '';
      relations.push({
        id: attributeOf(attributes, 'Id') ?? '',
        type: (attributeOf(attributes, 'Type') ?? '').replace(/^.*\//, ''),
        target: target.startsWith('/') ? target.slice(1) : normalisedPath(folder + target),
      });
    },
  });
  return relations;
}

function normalisedPath(path: string): string {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}
