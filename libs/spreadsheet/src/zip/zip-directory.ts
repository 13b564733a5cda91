import { FileRefusal } from '../file-refusal.ts';
import type { Source } from '../source/source.ts';

export interface ZipEntry {
  name: string;
  /** 0 stored, 8 deflated. */
  method: number;
  isEncrypted: boolean;
  packedSize: number;
  size: number;
  headerAt: number;
}

const END_SIGNATURE = 0x06054b50;
const ENTRY_SIGNATURE = 0x02014b50;
const END_LENGTH = 22;
const ENTRY_LENGTH = 46;
const COMMENT_MAX = 65_535;
const MOST_ENTRIES = 4_000;

/**
 * What a ZIP file says it holds, from its central directory; nothing is unpacked.
 *
 * @see https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT section 4.3
 */
export async function readZipDirectory(source: Source): Promise<Map<string, ZipEntry>> {
  const tailAt = Math.max(0, source.size - END_LENGTH - COMMENT_MAX);
  const tail = await source.bytes(tailAt, source.size);
  const endAt = lastSignature(tail);
  if (endAt < 0) throw damaged('end');
  const [count, length, start] = [
    tail.readUInt16LE(endAt + 10),
    tail.readUInt32LE(endAt + 12),
    tail.readUInt32LE(endAt + 16),
  ];
  if (count > MOST_ENTRIES) throw new FileRefusal({ kind: 'FILE_INFLATES_TOO_FAR' });
  const directory = await source.bytes(start, start + length);
  if (directory.length < length) throw damaged('directory');
  return entriesOf(directory, count);
}

function lastSignature(tail: Buffer): number {
  for (let at = tail.length - END_LENGTH; at >= 0; at -= 1) if (tail.readUInt32LE(at) === END_SIGNATURE) return at;
  return -1;
}

function entriesOf(directory: Buffer, count: number): Map<string, ZipEntry> {
  const entries = new Map<string, ZipEntry>();
  let at = 0;
  for (let index = 0; index < count; index += 1) {
    if (at + ENTRY_LENGTH > directory.length || directory.readUInt32LE(at) !== ENTRY_SIGNATURE)
      throw damaged('directory');
    const nameLength = directory.readUInt16LE(at + 28);
    const name = directory.toString('utf8', at + ENTRY_LENGTH, at + ENTRY_LENGTH + nameLength);
    entries.set(name.replaceAll('\\', '/'), {
      name,
      method: directory.readUInt16LE(at + 10),
      isEncrypted: (directory.readUInt16LE(at + 8) & 1) === 1,
      packedSize: directory.readUInt32LE(at + 20),
      size: directory.readUInt32LE(at + 24),
      headerAt: directory.readUInt32LE(at + 42),
    });
    at += ENTRY_LENGTH + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  return entries;
}

export const damaged = (part: string) => new FileRefusal({ kind: 'FILE_DAMAGED', part });
