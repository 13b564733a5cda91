import { setTimeout as sleep } from 'node:timers/promises';
import { Fault } from '@bureau/postgres';
import { startProcess, type Exit, type RunningProcess, type ServicePlan } from './process.ts';
import { untilReady } from './readiness.ts';

export interface Kept {
  /** Rejects when the program ends before it was ready. */
  ready: Promise<void>;
  /** Lets the program finish what it is doing, then ends it for good. */
  end(): Promise<void>;
}

export interface Surroundings {
  logDir: string;
  report: (line: string) => void;
  /** Before the first restart; doubled for each further one, up to `longestPauseMs`. */
  firstPauseMs?: number;
}

const longestPauseMs = 30_000;
/** A program that ran this long is restarted as if it had never failed. */
const settledAfterMs = 60_000;
/** Longer than any service drains. */
const graceMs = 20_000;

/** Runs a service and starts it again, after a growing pause, whenever it ends by itself. */
export function keepRunning(plan: ServicePlan, { logDir, report, firstPauseMs = 500 }: Surroundings): Kept {
  const ending = new AbortController();
  const isEnding = () => ending.signal.aborted;
  let current = startProcess(plan, logDir);
  const ready = firstReady(plan, current);
  const kept = ready.then(
    () => guard(),
    () => undefined,
  );

  async function guard(): Promise<void> {
    let pauseMs = firstPauseMs;
    for (;;) {
      const startedAt = Date.now();
      const exit = await current.exited;
      if (isEnding()) return;
      if (Date.now() - startedAt > settledAfterMs) pauseMs = firstPauseMs;
      report(
        `${plan.name} ended unexpectedly (${describe(exit)}): ${current.lastWords()}; starting it again in ${pauseMs / 1000} s`,
      );
      await sleep(pauseMs, undefined, { signal: ending.signal }).catch(() => undefined);
      if (isEnding()) return;
      pauseMs = Math.min(pauseMs * 2, longestPauseMs);
      restart();
    }
  }

  function restart(): void {
    try {
      current = startProcess(plan, logDir);
    } catch (error) {
      // `current` stays the ended one, so the next round tries again.
      return report(`${plan.name} cannot be started: ${String(error)}`);
    }
    firstReady(plan, current).then(
      () => report(`${plan.name} is ready again`),
      () => undefined,
    );
  }

  return {
    ready,
    async end() {
      ending.abort();
      await endProcess(current);
      await kept;
    },
  };
}

async function firstReady(plan: ServicePlan, program: RunningProcess): Promise<void> {
  const waiting = new AbortController();
  const died = program.exited.then((exit) => {
    throw new Fault(`${plan.name} did not start (${describe(exit)}): ${program.lastWords()}`);
  });
  try {
    await Promise.race([untilReady(plan.readyUrl, waiting.signal), died]);
  } finally {
    waiting.abort();
  }
}

async function endProcess(program: RunningProcess): Promise<void> {
  program.kill('SIGTERM');
  const force = setTimeout(() => program.kill('SIGKILL'), graceMs);
  await program.exited;
  clearTimeout(force);
}

function describe({ code, signal }: Exit): string {
  return signal ?? `exit code ${code ?? 'unknown'}`;
}
