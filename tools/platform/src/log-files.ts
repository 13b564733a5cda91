import { copyFileSync, readdirSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';

const largestBytes = 20_000_000;
const everyMs = 60_000;

/** Keeps the log files of a platform that runs for months from filling the disk: the last full one is kept as `.1`. */
export function trimLogs(logDir: string): Disposable {
  const timer = setInterval(() => trimOnce(logDir), everyMs).unref();
  return { [Symbol.dispose]: () => clearInterval(timer) };
}

export function trimOnce(logDir: string, largest = largestBytes): void {
  for (const name of readdirSync(logDir).filter((file) => file.endsWith('.log'))) {
    const file = join(logDir, name);
    if (statSync(file).size <= largest) continue;
    copyFileSync(file, `${file}.1`);
    // The writer appends, so it goes on at the new end.
    truncateSync(file);
  }
}
