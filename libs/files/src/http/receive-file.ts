import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Busboy, type BusboyHeaders } from '@fastify/busboy';
import { HttpRefusal } from '@bureau/subgraph';
import type { ReceivedFile } from '../import/import-runs.ts';

const LONGEST_NAME = 200;

/** Puts the file of a request on disk as it comes, and takes its hash: the body itself, or the first file of a form. */
export async function receiveFile(request: IncomingMessage, name: string, maxBytes: number): Promise<ReceivedFile> {
  const declared = Number(request.headers['content-length'] ?? 0);
  if (declared > maxBytes + FORM_ALLOWANCE) throw tooLarge(maxBytes);
  const folder = await mkdtemp(join(tmpdir(), 'bureau-file-'));
  const path = join(folder, 'file');
  try {
    const isForm = /^multipart\/form-data\b/i.test(request.headers['content-type'] ?? '');
    if (!isForm) return { path, ...(await write(request, { path, name, maxBytes })) };
    return { path, ...(await writeFromForm(request, { path, name, maxBytes })) };
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}

/** What the parts of a form take beside the file. */
const FORM_ALLOWANCE = 16 * 1024;

const tooLarge = (maxBytes: number) =>
  new HttpRefusal(
    413,
    'FILE_TOO_LARGE',
    `The file has more than ${maxBytes} bytes: split it. 文件超过上限，请分成几个文件。`,
  );

interface Target {
  path: string;
  name: string;
  maxBytes: number;
}

async function write(body: Readable, { path, name, maxBytes }: Target) {
  const hash = createHash('sha256');
  let bytes = 0;
  const measure = new Transform({
    transform(chunk: Buffer, _, done) {
      bytes += chunk.length;
      hash.update(chunk);
      // What is too much is let pass unwritten, so that the caller hears why and not just a broken connection.
      if (bytes > maxBytes) done();
      else done(null, chunk);
    },
  });
  await pipeline(body, measure, createWriteStream(path, { mode: 0o600 }));
  if (bytes > maxBytes) throw tooLarge(maxBytes);
  if (bytes === 0) throw new HttpRefusal(400, 'FILE_EMPTY', 'The request carries no file. 没有收到文件。');
  return { name: plainName(name), bytes, hash: hash.digest() };
}

function writeFromForm(request: IncomingMessage, target: Target): ReturnType<typeof write> {
  return new Promise((resolve, reject) => {
    const form = new Busboy({ headers: request.headers as BusboyHeaders, limits: { files: 1, fields: 0 } });
    let written: ReturnType<typeof write> | undefined;
    form.on('file', (_, stream, fileName) => {
      written = write(Readable.from(stream), { ...target, name: fileName || target.name });
      written.catch(reject);
    });
    form.once('error', () => reject(new HttpRefusal(400, 'BAD_REQUEST', 'The form cannot be read.')));
    form.once('finish', () => {
      if (written) written.then(resolve, reject);
      else reject(new HttpRefusal(400, 'FILE_EMPTY', 'The form carries no file. 表单中没有文件。'));
    });
    request.once('aborted', () => reject(new HttpRefusal(400, 'BAD_REQUEST', 'The file was cut off.')));
    request.pipe(form);
  });
}

/** Without folders and control characters. */
export function plainName(name: string): string {
  return (
    basename(name.replaceAll('\\', '/'))
      .replace(/\p{Cc}/gu, '')
      .slice(0, LONGEST_NAME) || 'file'
  );
}
