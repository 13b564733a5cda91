import { type Ratio, ratio } from '@bureau/money';

/** Children who were on a compulsory-stage roll at some time of a school year, each counted by its last spell in it. */
export interface SpellCounts {
  children: number;
  /** Of these, moved to a school elsewhere, or to one out of sight, gone abroad, dead, or never rightly on the roll. */
  left: number;
  /** Of these, still on the roll at the instant, or graduated. */
  kept: number;
}

/** 年巩固率, adjusted for migration: kept ÷ (all − left); docs/rules/enrollment.md#retention-rate. */
export function retentionRate({ children, left, kept }: SpellCounts): Ratio {
  return ratio(kept, children - left);
}
