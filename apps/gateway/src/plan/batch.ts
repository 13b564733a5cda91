import type { Data } from './data.ts';
import type { Representation, RepresentationOf } from './representation.ts';

/** The entities one request asks for: each different one once, and all the objects that wait for it. */
export interface Batch {
  representations: Representation[];
  /** By representation, the positions of its objects among the targets. */
  waiting: number[][];
}

export function batchOf(targets: readonly Data[], representationOf: RepresentationOf): Batch {
  const batch: Batch = { representations: [], waiting: [] };
  const known = new Map<string, number[]>();
  for (const [position, target] of targets.entries()) {
    const representation = representationOf(target);
    if (representation === undefined) continue;
    const waiting = known.get(representation.text);
    if (waiting) {
      waiting.push(position);
      continue;
    }
    const first = [position];
    known.set(representation.text, first);
    batch.representations.push(representation);
    batch.waiting.push(first);
  }
  return batch;
}
