import type { HardshipLevel } from '../programme/hardship-level.rules.ts';
import type { Season } from '@bureau/calendar';
import { EntitySchema } from 'typeorm';

/** A level that changed with a term (学期动态调整); a recognition keeps the level it was made with. */
export interface HardshipAdjustment {
  countyCode: string;
  id: string;
  recognitionId: string;
  /** From this term of the school year on. */
  season: Season;
  /** Null when the hardship has ended. */
  level: HardshipLevel | null;
  reason: string;
  adjustedBy: string;
  adjustedAt: Date;
}

export const HardshipAdjustmentEntity = new EntitySchema<HardshipAdjustment>({
  name: 'HardshipAdjustment',
  columns: {
    countyCode: { type: 'varchar', length: 6, primary: true, primaryKeyConstraintName: 'hardship_adjustment_pkey' },
    id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'hardship_adjustment_pkey' },
    recognitionId: { type: 'uuid' },
    season: { type: 'text' },
    level: { type: 'text', nullable: true },
    reason: { type: 'text' },
    adjustedBy: { type: 'text' },
    adjustedAt: { type: 'timestamptz' },
  },
  uniques: [{ name: 'hardship_adjustment_term_key', columns: ['countyCode', 'recognitionId', 'season'] }],
  foreignKeys: [
    {
      name: 'hardship_adjustment_recognition_fkey',
      target: 'HardshipRecognition',
      columnNames: ['countyCode', 'recognitionId'],
      referencedColumnNames: ['countyCode', 'id'],
    },
  ],
  checks: [
    { name: 'hardship_adjustment_level_check', expression: `level IN ('SPECIAL', 'HARD', 'GENERAL')` },
    { name: 'hardship_adjustment_season_check', expression: `season IN ('AUTUMN', 'SPRING')` },
  ],
});
