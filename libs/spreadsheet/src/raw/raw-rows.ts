import { once } from 'node:events';
import { setImmediate as turn } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { FileRefusal } from '../file-refusal.ts';
import { DEFAULT_LIMITS, type Limits } from '../limits.ts';
import type { FileSource } from '../source/source.ts';
import type { FixedWidths } from '../text/fixed-width-reader.ts';
import type { RawRow } from './raw-row.ts';
import type { RowsAnswer, RowsTask } from './rows-worker.ts';

export interface RawRowsOptions {
  limits?: Partial<Limits> | undefined;
  fixedWidths?: FixedWidths | undefined;
  signal?: AbortSignal | undefined;
  /** Told how many rows the file says it has, where it says so, before its rows are given. */
  onTotal?: ((rows: number) => void) | undefined;
}

/** What the reading thread may hold: a file made to fill memory ends the thread, not the service. */
const THREAD_MEMORY_MIB = 256;

/** The rows of a file in batches, read in a thread of its own; the thread is never more than two batches ahead. */
export async function* rawRows(file: FileSource, options: RawRowsOptions = {}): AsyncGenerator<RawRow[]> {
  const task: RowsTask = { file, limits: { ...DEFAULT_LIMITS, ...options.limits }, fixedWidths: options.fixedWidths };
  const worker = new Worker(new URL('./rows-worker.ts', import.meta.url), {
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb: THREAD_MEMORY_MIB },
  });
  const answers = answersOf(worker);
  try {
    worker.postMessage('more');
    worker.postMessage('more');
    for (;;) {
      options.signal?.throwIfAborted();
      const answer = await answers();
      if ('end' in answer) return;
      if ('fault' in answer) throw new FileRefusal(answer.fault);
      if ('error' in answer) throw new Error(`The reading thread failed: ${answer.error}`);
      worker.postMessage('more');
      if (answer.total !== undefined) options.onTotal?.(answer.total);
      // Messages that have already arrived come without a turn of the event loop: timers and sockets must have theirs.
      await turn();
      yield JSON.parse(answer.rows) as RawRow[];
    }
  } finally {
    await worker.terminate();
  }
}

/** The thread's answers one by one; one that ran out of memory says that the file is too large. */
function answersOf(worker: Worker): () => Promise<RowsAnswer> {
  const arrived: RowsAnswer[] = [];
  let failure: Error | undefined;
  worker.on('message', (answer: RowsAnswer) => arrived.push(answer));
  worker.on('error', (error: Error) => {
    const isTooLarge = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
    failure = isTooLarge ? new FileRefusal({ kind: 'FILE_INFLATES_TOO_FAR' }) : error;
  });
  return async () => {
    while (arrived.length === 0) {
      if (failure) throw failure;
      await once(worker, 'message').catch(() => undefined);
    }
    return arrived.shift() ?? { end: true };
  };
}
