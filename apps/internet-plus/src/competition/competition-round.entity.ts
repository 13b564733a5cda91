import { EntitySchema } from 'typeorm';
import type { RoundLevel, RoundState } from './competition-terms.rules.ts';

/** A round of a competition at one level. */
export interface CompetitionRound {
  countyCode: string;
  id: string;
  /** The competition. */
  competitionId: string;
  /** The level. */
  level: RoundLevel;
  /** How far it has come. */
  state: RoundState;
  /** Last day for entries. */
  entriesUntil: string;
  /** Last day of the public notice of its results (公示); null before. */
  noticeUntil: string | null;
  version: number;
}

export const CompetitionRoundEntity = new EntitySchema<CompetitionRound>({
  name: 'CompetitionRound',
  columns: {
    countyCode: { type: 'varchar', length: 6, primary: true, primaryKeyConstraintName: 'competition_round_pkey' },
    id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'competition_round_pkey' },
    competitionId: { type: 'uuid' },
    level: { type: 'text' },
    state: { type: 'text' },
    entriesUntil: { type: 'date' },
    noticeUntil: { type: 'date', nullable: true },
    version: { type: 'integer', default: 1 },
  },
  uniques: [{ name: 'competition_round_level_key', columns: ['countyCode', 'competitionId', 'level'] }],
  foreignKeys: [
    {
      name: 'competition_round_competition_fkey',
      target: 'Competition',
      columnNames: ['countyCode', 'competitionId'],
      referencedColumnNames: ['countyCode', 'id'],
    },
  ],
  checks: [
    { name: 'competition_round_level_check', expression: `level IN ('SCHOOL', 'COUNTY', 'CITY', 'REGION')` },
    {
      name: 'competition_round_state_check',
      expression: `state IN ('OPEN', 'ENTRY_CLOSED', 'JUDGING', 'PUBLICISED', 'AWARDED', 'PROMOTED')`,
    },
    {
      name: 'competition_round_notice_check',
      expression: `state IN ('OPEN', 'ENTRY_CLOSED', 'JUDGING') OR notice_until IS NOT NULL`,
    },
  ],
});
