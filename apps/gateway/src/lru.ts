interface Entry<Value> {
  value: Value;
  weight: number;
}

/**
 * A map that forgets what was not asked for lately. It keeps two generations: what is set or found goes into the young
 * one; once that weighs half of `maxWeight` it becomes the old one, and the old one is forgotten. So a find is one look,
 * nothing is moved, and the weights together never pass `maxWeight`.
 */
export class Lru<Value> {
  readonly #half: number;
  #young = new Map<string, Entry<Value>>();
  #old = new Map<string, Entry<Value>>();
  #weight = 0;

  constructor(maxWeight: number) {
    this.#half = maxWeight / 2;
  }

  get size(): number {
    let size = this.#young.size;
    for (const key of this.#old.keys()) if (!this.#young.has(key)) size += 1;
    return size;
  }

  get(key: string): Value | undefined {
    const young = this.#young.get(key);
    if (young) return young.value;
    const old = this.#old.get(key);
    if (old) this.#keep(key, old);
    return old?.value;
  }

  set(key: string, value: Value, weight = 1): void {
    this.delete(key);
    if (weight <= this.#half) this.#keep(key, { value, weight });
  }

  delete(key: string): boolean {
    const young = this.#young.get(key);
    if (young) this.#weight -= young.weight;
    this.#young.delete(key);
    return this.#old.delete(key) || young !== undefined;
  }

  clear(): void {
    this.#young.clear();
    this.#old.clear();
    this.#weight = 0;
  }

  #keep(key: string, entry: Entry<Value>): void {
    if (this.#weight + entry.weight > this.#half) {
      this.#old = this.#young;
      this.#young = new Map();
      this.#weight = 0;
    }
    this.#young.set(key, entry);
    this.#weight += entry.weight;
  }
}
