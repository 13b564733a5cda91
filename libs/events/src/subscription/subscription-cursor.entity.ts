import { EntitySchema } from 'typeorm';

/** How far this office has applied another's feed; moves in the transaction that applies. */
export interface SubscriptionCursor {
  /** The producer, `/bureau/<office>`. */
  source: string;
  /** The feed that `position` counts in; null before the first page. */
  feedId: string | null;
  position: string;
  movedAt: Date;
}

export const SubscriptionCursorEntity = new EntitySchema<SubscriptionCursor>({
  name: 'SubscriptionCursor',
  columns: {
    source: { type: 'text', primary: true, primaryKeyConstraintName: 'subscription_cursor_pkey' },
    feedId: { type: 'uuid', nullable: true },
    position: { type: 'bigint' },
    movedAt: { type: 'timestamptz' },
  },
});
