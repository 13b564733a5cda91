import { setTimeout as sleep } from 'node:timers/promises';

/** Waits for what must become true, and says what did not. */
export async function until(what: string, isSo: () => boolean | Promise<boolean>, withinMs = 20_000): Promise<void> {
  for (const deadline = Date.now() + withinMs; Date.now() < deadline; await sleep(15)) {
    if (await isSo()) return;
  }
  throw new Error(`after ${withinMs} ms still not: ${what}`);
}
