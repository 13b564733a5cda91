import { EntitySchema } from 'typeorm';
import type { EngagementKind } from './task-force-terms.rules.ts';

/** A visit or course by experts under an agreement (专家指导). */
export interface ExpertEngagement {
  countyCode: string;
  id: string;
  /** What they came for. */
  kind: EngagementKind;
  /** Where they come from, such as 华中师范大学. */
  institution: string;
  /** Who they are. */
  experts: string;
  /** The topic. */
  topic: string;
  /** The day. */
  heldOn: string;
  /** Hours. */
  hours: number;
  /** How many took part. */
  participants: number;
  schools: string[];
  /** What came of it; may be empty. */
  outputs: string;
  version: number;
}

export const ExpertEngagementEntity = new EntitySchema<ExpertEngagement>({
  name: 'ExpertEngagement',
  columns: {
    countyCode: { type: 'varchar', length: 6, primary: true, primaryKeyConstraintName: 'expert_engagement_pkey' },
    id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'expert_engagement_pkey' },
    kind: { type: 'text' },
    institution: { type: 'text' },
    experts: { type: 'text' },
    topic: { type: 'text' },
    heldOn: { type: 'date' },
    hours: { type: 'smallint' },
    participants: { type: 'smallint' },
    schools: { type: 'uuid', array: true },
    outputs: { type: 'text' },
    version: { type: 'integer', default: 1 },
  },
  indices: [{ name: 'expert_engagement_held_idx', columns: ['countyCode', 'heldOn', 'id'] }],
  checks: [
    { name: 'expert_engagement_kind_check', expression: `kind IN ('GUIDANCE', 'TRAINING', 'PROJECT', 'DIAGNOSIS')` },
    { name: 'expert_engagement_hours_check', expression: `hours BETWEEN 1 AND 500` },
    { name: 'expert_engagement_participants_check', expression: `participants >= 0` },
    { name: 'expert_engagement_words_check', expression: `institution <> '' AND experts <> '' AND topic <> ''` },
  ],
});
