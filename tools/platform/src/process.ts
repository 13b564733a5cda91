import { spawn } from 'node:child_process';
import { closeSync, fstatSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** One machine runs six of them: collected earlier, a process holds a third of what it would by default. */
const SMALL_HEAP = ['--max-semi-space-size=8', '--max-old-space-size=256'];

export interface Entry {
  name: string;
  /** A TypeScript file that Node runs. */
  program: string;
  environment: NodeJS.ProcessEnv;
}

export interface ServicePlan extends Entry {
  /** Answers 200 once the service can be asked. */
  readyUrl: string;
}

export interface Exit {
  code: number | null;
  signal: NodeJS.Signals | null;
}

export interface RunningProcess {
  pid: number | undefined;
  exited: Promise<Exit>;
  kill(signal: NodeJS.Signals): void;
  /** In one line, what it wrote before it ended. */
  lastWords(): string;
}

/**
 * Starts a program with a channel to this process: when this process is gone, even by kill -9, the program's
 * `process.on('disconnect')` tells it to end. Ctrl-C does not reach it: it is ended in its turn.
 */
export function startProcess({ name, program, environment }: Entry, logDir: string): RunningProcess {
  mkdirSync(logDir, { recursive: true, mode: 0o700 });
  const logFile = join(logDir, `${name.replaceAll(' ', '-')}.log`);
  const log = openSync(logFile, 'a', 0o600);
  const start = fstatSync(log).size;
  const child = spawn(process.execPath, [...SMALL_HEAP, program], {
    cwd: dirname(program),
    env: environment,
    detached: true,
    stdio: ['ignore', log, log, 'ipc'],
  });
  closeSync(log);

  const { promise: exited, resolve } = Promise.withResolvers<Exit>();
  child.once('exit', (code, signal) => resolve({ code, signal }));
  child.once('error', () => resolve({ code: null, signal: null }));
  return {
    pid: child.pid,
    exited,
    kill: (signal) => void child.kill(signal),
    lastWords: () => lastWords(readFileSync(logFile).subarray(start).toString(), logFile),
  };
}

/** A program that fails says why in a line of its own; structured log lines and stack traces are for the log file. */
export function lastWords(output: string, logFile: string): string {
  const lines = output
    .split('\n')
    .map((line) => line.trimEnd())
    .filter((line) => line !== '' && !line.startsWith('{'));
  const thrown = lines.find((line) => /^(\w*Error|Fault)\b.*: /.test(line));
  const plain = lines.filter((line) => !/^\s|^Node\.js v|^node:|^file:/.test(line)).at(-1);
  return `${thrown ?? plain ?? 'it gave no reason'} (log: ${logFile})`;
}
