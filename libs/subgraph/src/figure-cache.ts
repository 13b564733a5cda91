const FIGURES_MAX = 2_000;

/**
 * Figures remembered for as long as nothing was written.
 *
 * A figure is kept under the database's snapshot: two transactions with the same snapshot see the same committed rows, so
 * the same question by the same reach has the same answer. The first commit anywhere makes a new snapshot, and every
 * figure is counted anew. Nothing expires by time, nothing has to be invalidated by those who write.
 *
 * @see docs/adr/0005-figures-by-snapshot.md
 */
export class FigureCache {
  #snapshot = '';
  #figures = new Map<string, Promise<unknown>>();

  /** The figure as counted in this snapshot, or counted now; callers that ask at the same moment count once. */
  get<T>(snapshot: string, key: string, count: () => Promise<T>): Promise<T> {
    if (snapshot !== this.#snapshot) this.#start(snapshot);
    const known = this.#figures.get(key) as Promise<T> | undefined;
    if (known) return known.catch(count);
    if (this.#figures.size >= FIGURES_MAX) return count();

    const figures = this.#figures;
    const counted = count();
    figures.set(key, counted);
    counted.catch(() => figures.delete(key));
    return counted;
  }

  /** After a lost connection: a server that came back from a crash may count its transactions from an earlier number. */
  clear(): void {
    this.#start('');
  }

  #start(snapshot: string): void {
    this.#snapshot = snapshot;
    this.#figures = new Map();
  }
}
