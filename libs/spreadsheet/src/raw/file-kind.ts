import { FileRefusal } from '../file-refusal.ts';
import type { Source } from '../source/source.ts';

export type FileKind = 'XLSX' | 'XLS' | 'TEXT';

const startsWith =
  (...bytes: number[]) =>
  (head: Buffer) =>
    bytes.every((byte, at) => head[at] === byte);

/** Files that are often sent by mistake, by how they begin. */
const OTHERS: readonly (readonly [string, (head: Buffer) => boolean])[] = [
  ['EXE', startsWith(0x4d, 0x5a)],
  ['ELF', startsWith(0x7f, 0x45, 0x4c, 0x46)],
  ['PDF', startsWith(0x25, 0x50, 0x44, 0x46)],
  ['JPEG', startsWith(0xff, 0xd8, 0xff)],
  ['PNG', startsWith(0x89, 0x50, 0x4e, 0x47)],
  ['GIF', startsWith(0x47, 0x49, 0x46, 0x38)],
  ['RAR', startsWith(0x52, 0x61, 0x72, 0x21)],
  ['7Z', startsWith(0x37, 0x7a, 0xbc, 0xaf)],
  ['GZIP', startsWith(0x1f, 0x8b)],
  ['HTML', (head) => /^\s*<(!doctype|html|table|meta|head)/i.test(head.toString('latin1'))],
  ['XML', (head) => /^\s*<\?xml/i.test(head.toString('latin1'))],
];
const isZip = startsWith(0x50, 0x4b, 0x03, 0x04);
const isCompound = startsWith(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1);

/** What a file is by its first bytes: its name may say anything. */
export async function fileKindOf(source: Source): Promise<FileKind> {
  if (source.size === 0) throw new FileRefusal({ kind: 'FILE_EMPTY' });
  const head = await source.bytes(0, 512);
  if (isZip(head)) return 'XLSX';
  if (isCompound(head)) return compoundKind(source);
  const other = OTHERS.find(([, matches]) => matches(head));
  if (other) throw new FileRefusal({ kind: 'FILE_NOT_A_TABLE', looksLike: other[0] });
  return 'TEXT';
}

const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le');
const BOOK = Buffer.from('Workbook', 'utf16le');
const OLD_BOOK = Buffer.from('Book', 'utf16le');

/** The compound file of old Office: a workbook with a password is one, too. */
async function compoundKind(source: Source): Promise<FileKind> {
  const bytes = await source.bytes(0, source.size);
  if (bytes.includes(ENCRYPTED)) throw new FileRefusal({ kind: 'FILE_ENCRYPTED' });
  if (!bytes.includes(BOOK) && !bytes.includes(OLD_BOOK))
    throw new FileRefusal({ kind: 'FILE_NOT_A_TABLE', looksLike: 'OLE2' });
  return 'XLS';
}
