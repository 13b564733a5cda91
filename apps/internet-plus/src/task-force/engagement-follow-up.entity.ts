import { EntitySchema } from 'typeorm';

/** What is to follow from a visit (后续任务). */
export interface EngagementFollowUp {
  countyCode: string;
  id: string;
  /** The visit. */
  engagementId: string;
  /** What is to be done. */
  what: string;
  /** Who does it. */
  owner: string;
  /** Due day. */
  dueOn: string;
  /** The day on which it was done; null before. */
  doneOn: string | null;
  version: number;
}

export const EngagementFollowUpEntity = new EntitySchema<EngagementFollowUp>({
  name: 'EngagementFollowUp',
  columns: {
    countyCode: { type: 'varchar', length: 6, primary: true, primaryKeyConstraintName: 'engagement_follow_up_pkey' },
    id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'engagement_follow_up_pkey' },
    engagementId: { type: 'uuid' },
    what: { type: 'text' },
    owner: { type: 'text' },
    dueOn: { type: 'date' },
    doneOn: { type: 'date', nullable: true },
    version: { type: 'integer', default: 1 },
  },
  uniques: [{ name: 'engagement_follow_up_what_key', columns: ['countyCode', 'engagementId', 'what'] }],
  foreignKeys: [
    {
      name: 'engagement_follow_up_engagement_fkey',
      target: 'ExpertEngagement',
      columnNames: ['countyCode', 'engagementId'],
      referencedColumnNames: ['countyCode', 'id'],
    },
  ],
  checks: [{ name: 'engagement_follow_up_words_check', expression: `what <> '' AND owner <> ''` }],
});
