import type { Day } from '@bureau/calendar';
import { type DatedPlacement, lapsesOn, type PlacementKind } from '../placement/placement.rules.ts';

export type UnplacedCause = 'NEVER_PLACED' | 'PLACEMENT_ENDED' | 'DEFERRAL_EXPIRED';

/** What left a child without a placement on a day, and since when. */
export function unplacedSince(
  placements: readonly (DatedPlacement & { kind: PlacementKind })[],
  { day, registeredOn }: { day: Day; registeredOn: Day },
): { cause: UnplacedCause; since: Day } {
  const past = placements
    .filter(({ startedOn }) => startedOn <= day)
    .map((placement) => ({ ...placement, lapse: lapsesOn(placement) ?? day }))
    .toSorted((one, other) => (one.lapse < other.lapse ? -1 : 1));
  const last = past.at(-1);
  if (!last) return { cause: 'NEVER_PLACED', since: registeredOn };
  const isExpired = last.kind === 'DEFERRED' && last.lapse === last.expiresOn;
  return { cause: isExpired ? 'DEFERRAL_EXPIRED' : 'PLACEMENT_ENDED', since: last.lapse };
}

/** A child that is in no placement, with what is known of why. */
export interface UnplacedChild {
  childId: string;
  cause: UnplacedCause;
  since: Day;
  note: { reason: string; nextStep: string } | null;
}
