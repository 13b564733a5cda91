import { EntitySchema } from 'typeorm';

/** A judge of a round (评委). */
export interface CompetitionJudge {
  countyCode: string;
  id: string;
  /** The round. */
  roundId: string;
  /** The account under which they sign in. */
  subject: string;
  /** Their name. */
  name: string;
  schoolId: string | null;
}

export const CompetitionJudgeEntity = new EntitySchema<CompetitionJudge>({
  name: 'CompetitionJudge',
  columns: {
    countyCode: { type: 'varchar', length: 6, primary: true, primaryKeyConstraintName: 'competition_judge_pkey' },
    id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'competition_judge_pkey' },
    roundId: { type: 'uuid' },
    subject: { type: 'text' },
    name: { type: 'text' },
    schoolId: { type: 'uuid', nullable: true },
  },
  uniques: [{ name: 'competition_judge_subject_key', columns: ['countyCode', 'roundId', 'subject'] }],
  foreignKeys: [
    {
      name: 'competition_judge_round_fkey',
      target: 'CompetitionRound',
      columnNames: ['countyCode', 'roundId'],
      referencedColumnNames: ['countyCode', 'id'],
    },
  ],
  checks: [{ name: 'competition_judge_words_check', expression: `subject <> '' AND name <> ''` }],
});
