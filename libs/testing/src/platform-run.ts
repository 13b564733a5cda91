import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '@bureau/postgres';

const repository = join(import.meta.dirname, '../../..');
const PREFIXES = ['ENROLLMENT_', 'SPECIAL_EDUCATION_', 'STUDENT_AID_', 'INTERNET_PLUS_'];

export interface PlatformRun {
  url: string;
  environment: NodeJS.ProcessEnv;
  /** From the command to the first ready answer. */
  startMs: number;
  pid: number;
  stop: () => Promise<void>;
}

/** Settings of a platform of its own: its data in this folder, every port free. */
export async function platformEnvironment(dataDir: string): Promise<NodeJS.ProcessEnv> {
  const ports = await Promise.all(Array.from({ length: PREFIXES.length + 2 }, () => freePort()));
  const [port, issuerPort, ...officePorts] = ports.map(String);
  const offices = PREFIXES.map((prefix, at): [string, string] => [`${prefix}PORT`, officePorts[at] ?? '']);
  return {
    ...process.env,
    BUREAU_DATA: dataDir,
    LOG_LEVEL: 'warn',
    PORT: port,
    DEV_ISSUER_PORT: issuerPort,
    ...Object.fromEntries(offices),
  };
}

/** `npm start` with these settings, once it answers. */
export async function startPlatform(environment: NodeJS.ProcessEnv): Promise<PlatformRun> {
  const startedAt = performance.now();
  const child = spawn(process.execPath, [join(repository, 'tools/platform/src/start.ts')], {
    env: environment,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const url = `http://127.0.0.1:${environment['PORT']}`;
  while (!(await isReady(url))) {
    if (child.exitCode !== null) throw new Error('the platform did not start');
    await sleep(20);
  }
  return { url, environment, startMs: performance.now() - startedAt, pid: child.pid ?? 0, stop: () => stop(child) };
}

async function isReady(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/health/ready`)).ok;
  } catch {
    return false;
  }
}

async function stop(child: ChildProcess): Promise<void> {
  child.kill('SIGTERM');
  while (child.exitCode === null && child.signalCode === null) await sleep(20);
}

/** Resident memory of a process and all below it; pages that several share are counted once (PSS). */
export function memoryMb(pid: number): number {
  const kilobytes = Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0);
  const below = childrenOf(pid).map(memoryMb);
  return kilobytes / 1024 + below.reduce((sum, megabytes) => sum + megabytes, 0);
}

/** The process below this one whose command line names the program. */
export function processOf(pid: number, program: string): number {
  const found = childrenOf(pid).find((child) => readFileSync(`/proc/${child}/cmdline`, 'utf8').includes(program));
  if (found === undefined) throw new Error(`no process of ${program} is running`);
  return found;
}

function childrenOf(pid: number): number[] {
  const lists = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim();
  return lists === '' ? [] : lists.split(' ').map(Number);
}
