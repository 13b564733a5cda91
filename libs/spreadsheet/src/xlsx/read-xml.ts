import { FileRefusal } from '../file-refusal.ts';
import type { Source } from '../source/source.ts';
import { inflateEntry } from '../zip/inflate-entry.ts';
import { damaged, type ZipEntry } from '../zip/zip-directory.ts';
import { type XmlHandler, XmlScanner } from './xml-scanner.ts';

const ignore = () => undefined;

/** Reads one XML part of a workbook to its end, giving way after each chunk. */
export async function* readXml(source: Source, entry: ZipEntry, handler: Partial<XmlHandler>): AsyncGenerator<void> {
  const { onOpen = ignore, onClose = ignore, onText = ignore } = handler;
  const scanner = new XmlScanner({
    onOpen(name, attributes) {
      if (name === '!DOCTYPE') throw new FileRefusal({ kind: 'FILE_DAMAGED', part: entry.name });
      onOpen(name, attributes);
    },
    onClose,
    onText,
  });
  const decoder = new TextDecoder();
  for await (const chunk of inflateEntry(source, entry)) {
    scanner.push(decoder.decode(chunk, { stream: true }));
    yield;
  }
  scanner.push(decoder.decode());
  if (!scanner.isAtEnd()) throw damaged(entry.name);
  yield;
}

/** Reads one XML part whole. */
export async function readXmlPart(source: Source, entry: ZipEntry, handler: Partial<XmlHandler>): Promise<void> {
  const parts = readXml(source, entry, handler);
  while (!(await parts.next()).done);
}
