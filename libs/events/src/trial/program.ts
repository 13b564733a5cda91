import type { DataSource } from 'typeorm';
import type { Log } from '../log.ts';
import { breakingClient } from './breaking-client.ts';
import { openDatabase } from './database.ts';

/** What the test says to a program that it starts; the program ends with the test. */
export function environment(): Record<string, string | undefined> {
  process.stdin.resume().once('end', () => process.exit());
  return process.env;
}

const write = (fields: object, message: string) => void process.stderr.write(`${message} ${JSON.stringify(fields)}\n`);

export const stderrLog: Log = { info: write, warn: write, error: write };

/** The program's database; at the statement that the test names, the program kills itself. */
export function openMortalDatabase({
  DATABASE_URL = '',
  DIES_AT,
  DIES_SENDING,
}: ReturnType<typeof environment>): Promise<DataSource> {
  const death = { atStatement: Number(DIES_AT ?? Infinity), isSent: DIES_SENDING === 'true' };
  return openDatabase(
    DATABASE_URL,
    breakingClient(death, () => process.kill(process.pid, 'SIGKILL')),
  );
}
