import { copyFileSync, existsSync, readdirSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';

const largestBytes = 20_000_000;
const everyMs = 60_000;

/** Keeps the log files of a platform that runs for months from filling the disk: the last full one is kept as `.1`. */
export function trimLogs(folders: readonly string[], report: (line: string) => void): Disposable {
  const trim = () => {
    try {
      for (const folder of folders) trimOnce(folder);
    } catch (error) {
      report(`The log files cannot be kept small: ${String(error)}`);
    }
  };
  const timer = setInterval(trim, everyMs).unref();
  return { [Symbol.dispose]: () => clearInterval(timer) };
}

export function trimOnce(folder: string, largest = largestBytes): void {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.log'))) {
    const file = join(folder, name);
    if (statSync(file).size <= largest) continue;
    copyFileSync(file, `${file}.1`);
    // The writer appends, so it goes on at the new end.
    truncateSync(file);
  }
}
