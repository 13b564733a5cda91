import { EntitySchema } from 'typeorm';
import { closedList } from '../closed-list.ts';
import type { SpecialCategory } from '../special-flag/special-flag.rules.ts';
import { HANDOVER_KINDS, HANDOVER_STATES, type HandoverKind, type HandoverState } from './handover.rules.ts';

/** One child in a packet, and how far its hand-over has come. */
export interface HandoverItem {
  countyCode: string;
  id: string;
  handoverId: string;
  kind: HandoverKind;
  studentId: string;
  /** As listed: the receiver reads it before the child is on its roll. */
  studentName: string;
  fromSchoolId: string;
  fromClassId: string;
  townshipCode: string;
  /** Null is the bureau's pool, or a destination not yet known. */
  toSchoolId: string | null;
  categories: SpecialCategory[];
  /** What the next school must know. */
  summary: string | null;
  state: HandoverState;
  /** The day by which the present state must have been left. */
  dueOn: string;
  sentOn: string | null;
  receivedOn: string | null;
  acknowledgedOn: string | null;
  arrivedOn: string | null;
  dropoutCaseId: string | null;
  version: number;
}

export const HandoverItemEntity = new EntitySchema<HandoverItem>({
  name: 'HandoverItem',
  columns: {
    countyCode: { type: 'varchar', length: 6, primary: true, primaryKeyConstraintName: 'handover_item_pkey' },
    id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'handover_item_pkey' },
    handoverId: { type: 'uuid' },
    kind: { type: 'text' },
    studentId: { type: 'uuid' },
    studentName: { type: 'text' },
    fromSchoolId: { type: 'uuid' },
    fromClassId: { type: 'uuid' },
    townshipCode: { type: 'varchar', length: 9 },
    toSchoolId: { type: 'uuid', nullable: true },
    categories: { type: 'text', array: true },
    summary: { type: 'text', nullable: true },
    state: { type: 'text' },
    dueOn: { type: 'date' },
    sentOn: { type: 'date', nullable: true },
    receivedOn: { type: 'date', nullable: true },
    acknowledgedOn: { type: 'date', nullable: true },
    arrivedOn: { type: 'date', nullable: true },
    dropoutCaseId: { type: 'uuid', nullable: true },
    version: { type: 'integer', default: 1 },
  },
  indices: [
    {
      name: 'handover_item_open_key',
      columns: ['countyCode', 'studentId'],
      unique: true,
      where: `state <> ALL (ARRAY['ARRIVED'::text, 'CLOSED'::text])`,
    },
    { name: 'handover_item_packet_idx', columns: ['countyCode', 'handoverId', 'id'] },
    { name: 'handover_item_due_idx', columns: ['countyCode', 'dueOn', 'id'] },
  ],
  foreignKeys: [
    {
      name: 'handover_item_handover_fkey',
      target: 'Handover',
      columnNames: ['countyCode', 'handoverId'],
      referencedColumnNames: ['countyCode', 'id'],
    },
    {
      name: 'handover_item_student_fkey',
      target: 'Student',
      columnNames: ['countyCode', 'studentId'],
      referencedColumnNames: ['countyCode', 'id'],
    },
  ],
  checks: [
    closedList('handover_item', 'kind', HANDOVER_KINDS),
    closedList('handover_item', 'state', HANDOVER_STATES),
    { name: 'handover_item_own_school_check', expression: `to_school_id <> from_school_id OR kind = 'STAFF_CHANGE'` },
    {
      name: 'handover_item_taken_check',
      expression: `state NOT IN ('RECEIVED', 'ACKNOWLEDGED', 'ARRIVED') OR to_school_id IS NOT NULL`,
    },
    { name: 'handover_item_case_check', expression: `state <> 'CASE_OPENED' OR dropout_case_id IS NOT NULL` },
    { name: 'handover_item_arrived_check', expression: `state <> 'ARRIVED' OR arrived_on IS NOT NULL` },
  ],
});
