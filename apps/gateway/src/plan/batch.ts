import type { Data } from './data.ts';
import type { Representation, RepresentationOf } from './representation.ts';

/** The entities one request asks for: each different one once. */
export interface Batch {
  /** The representations, as a JSON list. */
  text: string;
  count: number;
  /** For each target, which entity it waits for; -1 for none. */
  entityOf: readonly number[];
  /** Entities of which something is missing, by their place in the list. */
  incomplete: ReadonlyMap<number, Representation>;
}

/** Hashing a whole representation costs more than writing it: that is done only where different ones have the same hint. */
class Known {
  readonly #byHint = new Map<unknown, number | Map<string, number>>();
  readonly texts: string[] = [];

  /** Where this representation stands in the list. */
  place({ hint, text }: Representation): number {
    const known = this.#byHint.get(hint);
    if (known === undefined) {
      this.#byHint.set(hint, this.texts.length);
      return this.texts.push(text) - 1;
    }
    if (typeof known === 'number' && this.texts[known] === text) return known;
    const byText = typeof known === 'number' ? new Map([[this.texts[known] ?? '', known]]) : known;
    this.#byHint.set(hint, byText);
    const same = byText.get(text) ?? this.texts.push(text) - 1;
    byText.set(text, same);
    return same;
  }
}

export function batchOf(targets: readonly Data[], representationOf: RepresentationOf): Batch {
  const known = new Known();
  const entityOf: number[] = [];
  const incomplete = new Map<number, Representation>();
  for (const target of targets) {
    const representation = representationOf(target);
    const place = representation ? known.place(representation) : -1;
    entityOf.push(place);
    if (representation && representation.missing.length > 0) incomplete.set(place, representation);
  }
  return { text: `[${known.texts.join(',')}]`, count: known.texts.length, entityOf, incomplete };
}
