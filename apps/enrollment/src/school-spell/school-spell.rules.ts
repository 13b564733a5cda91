import { type Ratio, ratio } from '@bureau/money';

/** Counts of spells that were under way at some time of a school year. */
export interface SpellCounts {
  /** Spells that no other spell in the county continues. */
  last: number;
  /** Of these, ended by moving to a school elsewhere, going abroad, or death. */
  leftTheCounty: number;
  /** Of these, still on the roll at the instant, or graduated. */
  kept: number;
}

/** 年巩固率, adjusted for migration: kept ÷ (all − moved away − deceased); docs/rules/enrollment.md#retention-rate. */
export function retentionRate({ last, leftTheCounty, kept }: SpellCounts): Ratio {
  return ratio(kept, last - leftTheCounty);
}
