import type { Actor } from './actor.ts';

interface Entry {
  actor: Actor;
  validUntilMs: number;
}

/** Actors of tokens already verified, the longest unused forgotten first: gateway and services verify every request. */
export class TokenCache {
  readonly #entries = new Map<string, Entry>();
  readonly #capacity: number;

  constructor(capacity: number) {
    this.#capacity = capacity;
  }

  find(token: string, nowMs: number): Actor | undefined {
    const entry = this.#entries.get(token);
    if (!entry) return undefined;
    this.#entries.delete(token);
    if (entry.validUntilMs <= nowMs) return undefined;
    this.#entries.set(token, entry);
    return entry.actor;
  }

  add(token: string, entry: Entry): void {
    this.#entries.set(token, entry);
    if (this.#entries.size <= this.#capacity) return;
    const [oldest] = this.#entries.keys();
    if (oldest !== undefined) this.#entries.delete(oldest);
  }

  clear(): void {
    this.#entries.clear();
  }
}
