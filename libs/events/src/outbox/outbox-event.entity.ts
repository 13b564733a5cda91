import { EntitySchema } from 'typeorm';

/** One event of this office, as written with the change that it tells of. */
export interface OutboxEvent {
  countyCode: string;
  id: string;
  type: string;
  subject: string;
  occurredAt: Date;
  dataschema: string;
  data: unknown;
  /** Orders what is still to be published; says nothing about who commits first. */
  recordedOrder: string;
  /** Its place in the feed; null until `publish_outbox()` has seen it committed. */
  position: string | null;
}

export const OutboxEventEntity = new EntitySchema<OutboxEvent>({
  name: 'OutboxEvent',
  columns: {
    countyCode: {
      type: 'varchar',
      length: 6,
      primary: true,
      primaryKeyConstraintName: 'outbox_event_pkey',
    },
    id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'outbox_event_pkey' },
    type: { type: 'text' },
    subject: { type: 'text' },
    occurredAt: { type: 'timestamptz' },
    dataschema: { type: 'text' },
    data: { type: 'jsonb' },
    // An identity column, for which EntitySchema has no word.
    recordedOrder: { type: 'bigint', generated: 'increment' },
    position: { type: 'bigint', nullable: true },
  },
  indices: [
    { name: 'outbox_event_unpublished_idx', columns: ['recordedOrder'], where: 'position IS NULL' },
    { name: 'outbox_event_position_idx', columns: ['position'], where: 'position IS NOT NULL' },
  ],
});
