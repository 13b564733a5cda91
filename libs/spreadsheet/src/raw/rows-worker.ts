import { parentPort, workerData } from 'node:worker_threads';
import { type FileFault, FileRefusal } from '../file-refusal.ts';
import type { FileSource } from '../source/source.ts';
import { fileRows, type FileRowsOptions } from './file-rows.ts';

/** What the thread is given. */
export interface RowsTask extends FileRowsOptions {
  file: FileSource;
}

/** What it answers to each request for more. Rows are JSON, which passes between threads faster than objects. */
export type RowsAnswer =
  { rows: string; total?: number | undefined } | { end: true } | { fault: FileFault } | { error: string };

const BATCH = 500;

/** Batches of a steady size, made of those that the chunks of the file happen to hold. */
async function* batches({ file, ...task }: RowsTask): AsyncGenerator<RowsAnswer, void> {
  let rows: unknown[] = [];
  let total: number | undefined;
  const options = { ...task, onTotal: (said: number) => void (total = said) };
  for await (const more of fileRows(file, options)) {
    for (const row of more) {
      rows.push(row);
      if (rows.length < BATCH) continue;
      yield { rows: JSON.stringify(rows), total };
      rows = [];
    }
  }
  if (rows.length > 0) yield { rows: JSON.stringify(rows), total };
}

async function answer(answers: AsyncGenerator<RowsAnswer, void>): Promise<RowsAnswer> {
  try {
    const next = await answers.next();
    return next.done === true ? { end: true } : next.value;
  } catch (error) {
    if (error instanceof FileRefusal) return { fault: error.fault };
    return { error: error instanceof Error ? `${error.name}: ${error.message}` : 'unknown' };
  }
}

const answers = batches(workerData as RowsTask);
let last: Promise<unknown> = Promise.resolve();
parentPort?.on('message', () => {
  last = last.then(async () => parentPort?.postMessage(await answer(answers)));
});
