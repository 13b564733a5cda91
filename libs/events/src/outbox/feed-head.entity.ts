import { EntitySchema } from 'typeorm';

/** The one row that says how far the feed goes; whoever gives out positions holds its lock. */
export interface FeedHead {
  isOnly: true;
  /** Changes when the feed starts anew, so that no subscriber carries on in another feed. */
  feedId: string;
  /** The last position given. */
  position: string;
}

export const FeedHeadEntity = new EntitySchema<FeedHead>({
  name: 'FeedHead',
  columns: {
    isOnly: {
      type: 'boolean',
      primary: true,
      primaryKeyConstraintName: 'feed_head_pkey',
      default: true,
    },
    feedId: { type: 'uuid' },
    position: { type: 'bigint' },
  },
  checks: [{ name: 'feed_head_is_only_check', expression: 'is_only' }],
});
