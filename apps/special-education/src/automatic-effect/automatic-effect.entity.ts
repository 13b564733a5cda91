import { EntitySchema } from 'typeorm';
import type { EffectFacts, EffectRule } from './automatic-effect.rules.ts';

/** What an event of enrollment’s changed here by itself (自动变更): by which rule, from what to what; it can be undone. */
export interface AutomaticEffect {
  countyCode: string;
  id: string;
  childId: string;
  rule: EffectRule;
  ruleVersion: number;
  /** Of the event in enrollment’s feed. */
  eventId: string;
  /** The child on the roll, or the school. */
  subjectId: string;
  /** As the event gave it. */
  subjectVersion: number;
  appliedAt: Date;
  before: EffectFacts;
  after: EffectFacts;
  undoneAt: Date | null;
  undoneBy: string | null;
  undoReason: string | null;
  version: number;
}

export const AutomaticEffectEntity = new EntitySchema<AutomaticEffect>({
  name: 'AutomaticEffect',
  columns: {
    countyCode: { type: 'varchar', length: 6, primary: true, primaryKeyConstraintName: 'automatic_effect_pkey' },
    id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'automatic_effect_pkey' },
    childId: { type: 'uuid' },
    rule: { type: 'text' },
    ruleVersion: { type: 'integer' },
    eventId: { type: 'uuid' },
    subjectId: { type: 'uuid' },
    subjectVersion: { type: 'integer' },
    appliedAt: { type: 'timestamptz' },
    before: { type: 'jsonb' },
    after: { type: 'jsonb' },
    undoneAt: { type: 'timestamptz', nullable: true },
    undoneBy: { type: 'text', nullable: true },
    undoReason: { type: 'text', nullable: true },
    version: { type: 'integer', default: 1 },
  },
  uniques: [
    { name: 'automatic_effect_once_key', columns: ['countyCode', 'childId', 'rule', 'subjectId', 'subjectVersion'] },
  ],
  indices: [{ name: 'automatic_effect_applied_idx', columns: ['countyCode', 'appliedAt', 'id'] }],
  foreignKeys: [
    {
      name: 'automatic_effect_child_fkey',
      target: 'DisabledChild',
      columnNames: ['countyCode', 'childId'],
      referencedColumnNames: ['countyCode', 'id'],
    },
  ],
  checks: [
    {
      name: 'automatic_effect_undone_check',
      expression: `(undone_at IS NULL) = (undone_by IS NULL) AND (undone_at IS NULL) = (undo_reason IS NULL)`,
    },
  ],
});
