import { Readable } from 'node:stream';
import { createInflateRaw } from 'node:zlib';
import { FileRefusal } from '../file-refusal.ts';
import type { Source } from '../source/source.ts';
import { damaged, type ZipEntry } from './zip-directory.ts';

const LOCAL_LENGTH = 30;
const LOCAL_SIGNATURE = 0x04034b50;

/** One part of a ZIP file, unpacked as it is read; never more of it than the directory said. */
export async function* inflateEntry(source: Source, entry: ZipEntry): AsyncGenerator<Buffer> {
  if (entry.isEncrypted) throw new FileRefusal({ kind: 'FILE_ENCRYPTED' });
  const local = await source.bytes(entry.headerAt, entry.headerAt + LOCAL_LENGTH);
  if (local.length < LOCAL_LENGTH || local.readUInt32LE(0) !== LOCAL_SIGNATURE) throw damaged(entry.name);
  const start = entry.headerAt + LOCAL_LENGTH + local.readUInt16LE(26) + local.readUInt16LE(28);
  const packed = source.stream(start, start + entry.packedSize);
  let size = 0;
  for await (const chunk of unpacked(packed, entry)) {
    size += chunk.length;
    if (size > entry.size) throw new FileRefusal({ kind: 'FILE_INFLATES_TOO_FAR' });
    yield chunk;
  }
  if (size < entry.size) throw damaged(entry.name);
}

function unpacked(packed: AsyncIterable<Buffer>, entry: ZipEntry): AsyncIterable<Buffer> {
  if (entry.method === 0) return packed;
  if (entry.method !== 8) throw damaged(entry.name);
  return inflated(packed, entry.name);
}

async function* inflated(packed: AsyncIterable<Buffer>, name: string): AsyncGenerator<Buffer> {
  const input = Readable.from(packed, { objectMode: false });
  const inflate = createInflateRaw({ chunkSize: 128 * 1024 });
  input.once('error', (error) => inflate.destroy(error));
  try {
    for await (const chunk of input.pipe(inflate) as AsyncIterable<Buffer>) yield chunk;
  } catch (error) {
    throw isZlib(error) ? damaged(name) : error;
  } finally {
    input.destroy();
    inflate.destroy();
  }
}

const isZlib = (error: unknown) =>
  error instanceof Error && 'code' in error && /^(Z_|ERR_STREAM_PREMATURE)/.test(String(error.code));

/** A small part whole, as text. */
export async function readEntryText(source: Source, entry: ZipEntry, maxBytes: number): Promise<string> {
  if (entry.size > maxBytes) throw new FileRefusal({ kind: 'FILE_INFLATES_TOO_FAR' });
  const chunks: Buffer[] = [];
  for await (const chunk of inflateEntry(source, entry)) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}
