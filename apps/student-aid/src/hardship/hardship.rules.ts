import type { HardshipLevel } from '../programme/hardship-level.rules.ts';

export interface Adjustment {
  season: 'AUTUMN' | 'SPRING';
  level: HardshipLevel | null;
}

/** The level in a term: as it was last adjusted in this term or before it, else as filed; null when the hardship has ended. */
export function levelIn(
  filed: HardshipLevel,
  adjustments: readonly Adjustment[],
  season: 'AUTUMN' | 'SPRING',
): HardshipLevel | null {
  const last = adjustments
    .filter((one) => one.season <= season)
    .toSorted((a, b) => (a.season < b.season ? -1 : 1))
    .at(-1);
  return last ? last.level : filed;
}
