import type { Log } from '../log.ts';

/** What the test says to a program that it starts; the program ends with the test. */
export function environment(): Record<string, string | undefined> {
  process.stdin.resume().once('end', () => process.exit());
  return process.env;
}

const write = (fields: object, message: string) => void process.stderr.write(`${message} ${JSON.stringify(fields)}\n`);

export const stderrLog: Log = { info: write, warn: write, error: write };
