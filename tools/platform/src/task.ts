import { Fault } from '@bureau/postgres';
import { startProcess, type Entry } from './process.ts';

/** Runs a program to its end, or ends it when the platform is asked to end. */
export async function runTask(entry: Entry, logDir: string, ending: AbortSignal): Promise<void> {
  ending.throwIfAborted();
  const task = startProcess(entry, logDir);
  const end = () => task.kill('SIGTERM');
  ending.addEventListener('abort', end, { once: true });
  const { code } = await task.exited;
  ending.removeEventListener('abort', end);

  ending.throwIfAborted();
  if (code !== 0) throw new Fault(`${entry.name} failed: ${task.lastWords()}`);
}
