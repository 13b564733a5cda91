import type { Data } from './data.ts';
import type { Representation, RepresentationOf } from './representation.ts';

/** The entities one request asks for: each different one once, and all the objects that wait for it. */
export interface Batch {
  representations: Representation[];
  /** By representation, the positions of its objects among the targets. */
  waiting: number[][];
}

/** Hashing a whole representation costs more than writing it: that is done only where the hints are the same. */
class Known {
  readonly #byHint = new Map<unknown, number | Map<string, number>>();

  /** Where the same representation stands already; otherwise it is remembered to stand at `index`. */
  findOrAdd({ hint, text }: Representation, index: number, at: (index: number) => string): number | undefined {
    const known = this.#byHint.get(hint);
    if (known === undefined) {
      this.#byHint.set(hint, index);
      return undefined;
    }
    const byText = typeof known === 'number' ? new Map([[at(known), known]]) : known;
    this.#byHint.set(hint, byText);
    const same = byText.get(text);
    if (same === undefined) byText.set(text, index);
    return same;
  }
}

export function batchOf(targets: readonly Data[], representationOf: RepresentationOf): Batch {
  const representations: Representation[] = [];
  const waiting: number[][] = [];
  const known = new Known();
  const textAt = (index: number) => representations[index]?.text ?? '';
  for (let position = 0; position < targets.length; position += 1) {
    const target = targets[position];
    const representation = target && representationOf(target);
    if (!representation) continue;
    const same = known.findOrAdd(representation, representations.length, textAt);
    if (same !== undefined) {
      waiting[same]?.push(position);
      continue;
    }
    representations.push(representation);
    waiting.push([position]);
  }
  return { representations, waiting };
}
