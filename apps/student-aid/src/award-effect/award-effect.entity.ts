import type { AwardState } from '../award/aid-award.entity.ts';
import { EntitySchema } from 'typeorm';

/** What an event did to an award, why, and whether it was undone. */
export interface AwardEffect {
  countyCode: string;
  id: string;
  awardId: string;
  studentId: string;
  /** The event of enrollment that caused it. */
  eventId: string;
  /** Of the child, as the event told it. */
  standingVersion: number;
  rule: string;
  ruleVersion: string;
  fromState: AwardState;
  toState: AwardState;
  fromFen: string;
  toFen: string;
  /** The days that are paid for since. */
  covers: string;
  madeAt: Date;
  undoneBy: string | null;
  undoneAt: Date | null;
  undoReason: string | null;
  version: number;
}

export const AwardEffectEntity = new EntitySchema<AwardEffect>({
  name: 'AwardEffect',
  columns: {
    countyCode: { type: 'varchar', length: 6, primary: true, primaryKeyConstraintName: 'award_effect_pkey' },
    id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'award_effect_pkey' },
    awardId: { type: 'uuid' },
    studentId: { type: 'uuid' },
    eventId: { type: 'uuid' },
    standingVersion: { type: 'integer' },
    rule: { type: 'text' },
    ruleVersion: { type: 'text' },
    fromState: { type: 'text' },
    toState: { type: 'text' },
    fromFen: { type: 'bigint' },
    toFen: { type: 'bigint' },
    covers: { type: 'datemultirange' },
    madeAt: { type: 'timestamptz' },
    undoneBy: { type: 'text', nullable: true },
    undoneAt: { type: 'timestamptz', nullable: true },
    undoReason: { type: 'text', nullable: true },
    version: { type: 'integer', default: 1 },
  },
  indices: [
    { name: 'award_effect_award_idx', columns: ['countyCode', 'awardId', 'id'] },
    { name: 'award_effect_student_idx', columns: ['countyCode', 'studentId'] },
  ],
  foreignKeys: [
    {
      name: 'award_effect_award_fkey',
      target: 'AidAward',
      columnNames: ['countyCode', 'awardId'],
      referencedColumnNames: ['countyCode', 'id'],
    },
  ],
  checks: [
    {
      name: 'award_effect_undone_check',
      expression: `(undone_by IS NULL) = (undone_at IS NULL) AND (undone_by IS NULL) = (undo_reason IS NULL)`,
    },
  ],
});
