import { setTimeout as sleep } from 'node:timers/promises';

/** Wakes everyone who waits; a ring between looking and waiting is not missed. */
export class Bell {
  #rings = 0;
  #waiting = new Set<() => void>();

  get rings(): number {
    return this.#rings;
  }

  ring(): void {
    this.#rings += 1;
    for (const wake of this.#waiting) wake();
    this.#waiting.clear();
  }

  /** Until it has rung since `rings` was read, at most so long; an aborted signal ends it, too. */
  async rungSince(rings: number, atMostMs: number, signal: AbortSignal): Promise<void> {
    if (this.#rings !== rings || signal.aborted) return;
    const woken = new AbortController();
    const wake = () => woken.abort();
    this.#waiting.add(wake);
    await sleep(atMostMs, undefined, { signal: AbortSignal.any([signal, woken.signal]) }).catch(() => undefined);
    this.#waiting.delete(wake);
  }
}
