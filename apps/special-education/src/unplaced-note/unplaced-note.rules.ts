import type { Day } from '@bureau/calendar';
import { type DatedPlacement, lapsesOn, placementOn } from '../placement/placement.rules.ts';

export interface DatedNote {
  notedOn: Day;
}

/**
 * What the office last noted, by a day, about a child that is unplaced on it. Null while a placement is in force; notes
 * from before the last placement are about another time.
 */
export function noteOn<Note extends DatedNote>(
  notes: readonly Note[],
  placements: readonly DatedPlacement[],
  day: Day,
): Note | null {
  if (placementOn(placements, day)) return null;
  const past = placements.filter(({ startedOn }) => startedOn <= day);
  const lapses = past.flatMap((placement) => lapsesOn(placement) ?? []);
  const unplacedSince = lapses.toSorted().at(-1) ?? '';
  return notes.findLast(({ notedOn }) => notedOn <= day && notedOn >= unplacedSince) ?? null;
}
