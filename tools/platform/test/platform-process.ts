import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '@bureau/postgres';

export interface PlatformProcess {
  child: ChildProcess;
  /** What a person sees, both streams. */
  output(): string;
  /** Settles when the platform ends. */
  ended: Promise<number | null>;
  until(text: string): Promise<void>;
}

/** Starts the supervisor with small programs in place of the real ones. */
export function startFake(environment: NodeJS.ProcessEnv): PlatformProcess {
  return follow(process.execPath, [fakePlatform], environment);
}

/** The same below npm's shell and, above it, what stands for npm. */
export function startFakeBelowNpm(environment: NodeJS.ProcessEnv): PlatformProcess {
  const npm = `sh -c '"${process.execPath}" "${fakePlatform}"; exit $?'; exit $?`;
  return follow('sh', ['-c', npm], { ...environment, npm_lifecycle_event: 'start' });
}

const fakePlatform = join(import.meta.dirname, 'fake-platform.ts');

function follow(command: string, words: string[], environment: NodeJS.ProcessEnv): PlatformProcess {
  const child = spawn(command, words, {
    env: { PATH: process.env['PATH'], ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  return {
    child,
    ended,
    output: () => text,
    until: (expected) =>
      within(
        50_000,
        expected,
        () => text,
        async () => text.includes(expected),
      ),
  };
}

/** Ports and a data folder of one platform, so that several may run on a machine. */
export async function ownPlace(dataDir: string): Promise<Record<string, string>> {
  const names = [
    'PORT',
    'ENROLLMENT_PORT',
    'SPECIAL_EDUCATION_PORT',
    'STUDENT_AID_PORT',
    'INTERNET_PLUS_PORT',
    'DEV_ISSUER_PORT',
  ];
  const place: Record<string, string> = { BUREAU_DATA: dataDir };
  for (const name of names) place[name] = String(await freePort());
  return place;
}

export async function ask(port: string | undefined): Promise<{ pid: number; databases: number | null }> {
  const response = await fetch(`http://127.0.0.1:${port}/`);
  if (!response.ok) throw new Error(`status ${response.status}`);
  return (await response.json()) as { pid: number; databases: number | null };
}

export async function within(
  ms: number,
  what: string,
  seen: () => string,
  isSo: () => Promise<boolean>,
): Promise<void> {
  for (const deadline = Date.now() + ms; Date.now() < deadline; await sleep(20)) {
    if (await isSo().catch(() => false)) return;
  }
  throw new Error(`waited ${ms} ms in vain for "${what}"; seen:\n${seen()}`);
}
