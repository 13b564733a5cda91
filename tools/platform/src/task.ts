import { Fault, type Connection } from '@bureau/postgres';
import { isDone, noteDone, type DoneNote } from './done-note.ts';
import { startProcess, type Entry } from './process.ts';

export interface Task extends Entry {
  /** Given when the task may be left out once it was done; only on the embedded server. */
  once?: DoneNote;
  /** For the person who waits. */
  announcement?: string;
}

export interface TaskSurroundings {
  logDir: string;
  ending: AbortSignal;
  superuser: Connection | undefined;
  report: (line: string) => void;
}

/** Runs a program to its end, unless that was done before; ends it when the platform is asked to end. */
export async function runTask(task: Task, surroundings: TaskSurroundings): Promise<void> {
  const { superuser } = surroundings;
  if (!superuser || !task.once) return run(task, surroundings);
  if (await isDone(superuser, task.once)) return;
  await run(task, surroundings);
  await noteDone(superuser, task.once);
}

async function run(task: Task, { logDir, ending, report }: TaskSurroundings): Promise<void> {
  ending.throwIfAborted();
  if (task.announcement) report(task.announcement);
  const program = startProcess(task, logDir);
  const end = () => program.kill('SIGTERM');
  ending.addEventListener('abort', end, { once: true });
  const { code } = await program.exited;
  ending.removeEventListener('abort', end);

  ending.throwIfAborted();
  if (code !== 0) throw new Fault(`${task.name} failed: ${program.lastWords()}`);
}
