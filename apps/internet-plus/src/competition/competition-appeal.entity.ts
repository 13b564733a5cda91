import { EntitySchema } from 'typeorm';
import type { AppealState } from './competition-terms.rules.ts';

/** An appeal against a result (申诉). */
export interface CompetitionAppeal {
  countyCode: string;
  id: string;
  schoolId: string;
  townshipCode: string;
  /** The round. */
  roundId: string;
  /** The entry. */
  entryId: string;
  /** Why. */
  reason: string;
  /** The day. */
  filedOn: string;
  /** What became of it. */
  state: AppealState;
  /** The answer; null before. */
  answer: string | null;
  version: number;
}

export const CompetitionAppealEntity = new EntitySchema<CompetitionAppeal>({
  name: 'CompetitionAppeal',
  columns: {
    countyCode: { type: 'varchar', length: 6, primary: true, primaryKeyConstraintName: 'competition_appeal_pkey' },
    id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'competition_appeal_pkey' },
    schoolId: { type: 'uuid' },
    townshipCode: { type: 'varchar', length: 9 },
    roundId: { type: 'uuid' },
    entryId: { type: 'uuid' },
    reason: { type: 'text' },
    filedOn: { type: 'date' },
    state: { type: 'text' },
    answer: { type: 'text', nullable: true },
    version: { type: 'integer', default: 1 },
  },
  uniques: [{ name: 'competition_appeal_entry_key', columns: ['countyCode', 'roundId', 'entryId'] }],
  foreignKeys: [
    {
      name: 'competition_appeal_round_fkey',
      target: 'CompetitionRound',
      columnNames: ['countyCode', 'roundId'],
      referencedColumnNames: ['countyCode', 'id'],
    },
    {
      name: 'competition_appeal_entry_fkey',
      target: 'CompetitionEntry',
      columnNames: ['countyCode', 'entryId'],
      referencedColumnNames: ['countyCode', 'id'],
    },
  ],
  checks: [
    { name: 'competition_appeal_township_check', expression: `township_code ~ ('^' || county_code || '[0-9]{3}$')` },
    { name: 'competition_appeal_state_check', expression: `state IN ('FILED', 'UPHELD', 'DISMISSED')` },
    { name: 'competition_appeal_answer_check', expression: `(state = 'FILED') = (answer IS NULL)` },
    { name: 'competition_appeal_reason_check', expression: `reason <> ''` },
  ],
});
