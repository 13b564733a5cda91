import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';

/** A file to read: on disk, or already in memory. */
export type FileSource = string | Uint8Array;

/** Bytes that can be read from any place. */
export interface Source {
  size: number;
  /** The bytes from `start` up to, not including, `end`; fewer when the file ends before. */
  bytes: (start: number, end: number) => Promise<Buffer>;
  stream: (start: number, end: number) => AsyncIterable<Buffer>;
  close: () => Promise<void>;
}

export function openSource(file: FileSource): Promise<Source> {
  return typeof file === 'string' ? openFile(file) : Promise.resolve(inMemory(file));
}

async function openFile(path: string): Promise<Source> {
  const handle = await open(path, 'r');
  const { size } = await handle.stat();
  return {
    size,
    async bytes(start, end) {
      const length = Math.max(0, Math.min(end, size) - start);
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, start);
      return buffer.subarray(0, bytesRead);
    },
    stream: (start, end) =>
      end > start ? createReadStream(path, { start, end: end - 1, highWaterMark: STREAM_CHUNK }) : nothing(),
    close: () => handle.close(),
  };
}

const STREAM_CHUNK = 64 * 1024;

function inMemory(bytes: Uint8Array): Source {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return {
    size: buffer.length,
    bytes: async (start, end) => buffer.subarray(start, end),
    async *stream(start, end) {
      for (let at = start; at < end; at += STREAM_CHUNK) yield buffer.subarray(at, Math.min(end, at + STREAM_CHUNK));
    },
    close: async () => undefined,
  };
}

async function* nothing(): AsyncGenerator<Buffer> {}
