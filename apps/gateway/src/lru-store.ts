import { Lru } from './lru.ts';

/** A bounded cache as the GraphQL server wants it. */
export class LruStore<Value> {
  readonly #lru: Lru<Value>;
  readonly #weightOf: (value: Value) => number;

  constructor(maxWeight: number, weightOf: (value: Value) => number) {
    this.#lru = new Lru(maxWeight);
    this.#weightOf = weightOf;
  }

  async get(key: string): Promise<Value | undefined> {
    return this.#lru.get(key);
  }

  async set(key: string, value: Value): Promise<void> {
    this.#lru.set(key, value, this.#weightOf(value));
  }

  async delete(key: string): Promise<boolean> {
    return this.#lru.delete(key);
  }
}
