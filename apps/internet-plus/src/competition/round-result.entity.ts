import { EntitySchema } from 'typeorm';
import type { CompetitionAward } from './competition-terms.rules.ts';

/** What an entry came to in a round (成绩). */
export interface RoundResult {
  countyCode: string;
  id: string;
  schoolId: string;
  townshipCode: string;
  /** The round. */
  roundId: string;
  /** The entry. */
  entryId: string;
  meanHundredths: number;
  /** Its place in its track; entries that tie share one. */
  place: number;
  /** Its award; null for none. */
  award: CompetitionAward | null;
  /** Whether it goes on to the next level. */
  isPromoted: boolean;
  version: number;
}

export const RoundResultEntity = new EntitySchema<RoundResult>({
  name: 'RoundResult',
  columns: {
    countyCode: { type: 'varchar', length: 6, primary: true, primaryKeyConstraintName: 'round_result_pkey' },
    id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'round_result_pkey' },
    schoolId: { type: 'uuid' },
    townshipCode: { type: 'varchar', length: 9 },
    roundId: { type: 'uuid' },
    entryId: { type: 'uuid' },
    meanHundredths: { type: 'integer' },
    place: { type: 'integer' },
    award: { type: 'text', nullable: true },
    isPromoted: { type: 'boolean' },
    version: { type: 'integer', default: 1 },
  },
  uniques: [{ name: 'round_result_entry_key', columns: ['countyCode', 'roundId', 'entryId'] }],
  foreignKeys: [
    {
      name: 'round_result_round_fkey',
      target: 'CompetitionRound',
      columnNames: ['countyCode', 'roundId'],
      referencedColumnNames: ['countyCode', 'id'],
    },
    {
      name: 'round_result_entry_fkey',
      target: 'CompetitionEntry',
      columnNames: ['countyCode', 'entryId'],
      referencedColumnNames: ['countyCode', 'id'],
    },
  ],
  checks: [
    { name: 'round_result_township_check', expression: `township_code ~ ('^' || county_code || '[0-9]{3}$')` },
    { name: 'round_result_award_check', expression: `award IN ('FIRST', 'SECOND', 'THIRD', 'MERIT')` },
    { name: 'round_result_mean_check', expression: `mean_hundredths BETWEEN 0 AND 10000` },
    { name: 'round_result_place_check', expression: `place >= 1` },
  ],
});
