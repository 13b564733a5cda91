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
  tableName: 'outbox_event',
  columns: {
    countyCode: {
      name: 'county_code',
      type: 'varchar',
      length: 6,
      primary: true,
      primaryKeyConstraintName: 'outbox_event_pkey',
    },
    id: { name: 'id', type: 'uuid', primary: true, primaryKeyConstraintName: 'outbox_event_pkey' },
    type: { name: 'type', type: 'text' },
    subject: { name: 'subject', type: 'text' },
    occurredAt: { name: 'occurred_at', type: 'timestamptz' },
    dataschema: { name: 'dataschema', type: 'text' },
    data: { name: 'data', type: 'jsonb' },
    // An identity column, for which EntitySchema has no word.
    recordedOrder: { name: 'recorded_order', type: 'bigint', generated: 'increment' },
    position: { name: 'position', type: 'bigint', nullable: true },
  },
  indices: [
    { name: 'outbox_event_unpublished_idx', columns: ['recordedOrder'], where: 'position IS NULL' },
    { name: 'outbox_event_position_idx', columns: ['position'], where: 'position IS NOT NULL' },
  ],
});
