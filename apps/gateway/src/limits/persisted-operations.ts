import { createHash } from 'node:crypto';
import { z } from 'zod';
import { LruStore } from '../lru-store.ts';

const fileShape = z.record(z.string().regex(/^[0-9a-f]{64}$/), z.string().min(1));
const registeredCharacters = 4_000_000;

/** Operations known by the SHA-256 of their text: those of a file, fixed, and beside them those that callers register. */
export class PersistedOperations {
  readonly #fixed: ReadonlyMap<string, string>;
  readonly #registered = new LruStore<string>(registeredCharacters, (query) => query.length);

  constructor(fixed: ReadonlyMap<string, string> = new Map()) {
    this.#fixed = fixed;
  }

  get fixed(): readonly string[] {
    return [...this.#fixed.values()];
  }

  isFixed(hash: string): boolean {
    return this.#fixed.has(hash);
  }

  /** As the GraphQL server asks: with a prefix before the hash. */
  async get(key: string): Promise<string | undefined> {
    return this.#fixed.get(key.slice(key.indexOf(':') + 1)) ?? this.#registered.get(key);
  }

  async set(key: string, query: string): Promise<void> {
    await this.#registered.set(key, query);
  }

  async delete(key: string): Promise<boolean> {
    return this.#registered.delete(key);
  }
}

/** Reads a file of operations, `{ "<sha256 of the text>": "<text>" }`. */
export function readPersistedOperations(json: string): PersistedOperations {
  const operations = new Map(Object.entries(fileShape.parse(JSON.parse(json))));
  for (const [hash, query] of operations) {
    if (createHash('sha256').update(query).digest('hex') !== hash)
      throw new Error(`${hash} is not the hash of its text`);
  }
  return new PersistedOperations(operations);
}
