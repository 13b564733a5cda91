import { EntitySchema } from 'typeorm';

/** What one judge gave one entry (评分). */
export interface CompetitionScore {
  countyCode: string;
  id: string;
  /** The round. */
  roundId: string;
  /** The entry. */
  entryId: string;
  /** The judge. */
  judgeId: string;
  /** 0 to 100. */
  score: number;
  version: number;
}

export const CompetitionScoreEntity = new EntitySchema<CompetitionScore>({
  name: 'CompetitionScore',
  columns: {
    countyCode: { type: 'varchar', length: 6, primary: true, primaryKeyConstraintName: 'competition_score_pkey' },
    id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'competition_score_pkey' },
    roundId: { type: 'uuid' },
    entryId: { type: 'uuid' },
    judgeId: { type: 'uuid' },
    score: { type: 'smallint' },
    version: { type: 'integer', default: 1 },
  },
  uniques: [{ name: 'competition_score_once_key', columns: ['countyCode', 'roundId', 'entryId', 'judgeId'] }],
  foreignKeys: [
    {
      name: 'competition_score_entry_fkey',
      target: 'CompetitionEntry',
      columnNames: ['countyCode', 'entryId'],
      referencedColumnNames: ['countyCode', 'id'],
    },
    {
      name: 'competition_score_judge_fkey',
      target: 'CompetitionJudge',
      columnNames: ['countyCode', 'judgeId'],
      referencedColumnNames: ['countyCode', 'id'],
    },
  ],
  checks: [{ name: 'competition_score_score_check', expression: `score BETWEEN 0 AND 100` }],
});
