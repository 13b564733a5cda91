import { EntitySchema } from 'typeorm';
import type { DutyCause } from './duty.rules.ts';

/** From when on a school answers for a child (责任学校). A row is never changed or ended: who answers at an instant is the last row before it, so there is always exactly one. */
export interface Duty {
  countyCode: string;
  id: string;
  childId: string;
  /** Null: the bureau itself (教育局). */
  schoolId: string | null;
  classId: string | null;
  startedAt: Date;
  cause: DutyCause;
  /** The hand-over that was accepted. */
  transferId: string | null;
}

export const DutyEntity = new EntitySchema<Duty>({
  name: 'Duty',
  columns: {
    countyCode: { type: 'varchar', length: 6, primary: true, primaryKeyConstraintName: 'duty_pkey' },
    id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'duty_pkey' },
    childId: { type: 'uuid' },
    schoolId: { type: 'uuid', nullable: true },
    classId: { type: 'uuid', nullable: true },
    startedAt: { type: 'timestamptz' },
    cause: { type: 'text' },
    transferId: { type: 'uuid', nullable: true },
  },
  uniques: [{ name: 'duty_instant_key', columns: ['countyCode', 'childId', 'startedAt'] }],
  foreignKeys: [
    {
      name: 'duty_child_fkey',
      target: 'DisabledChild',
      columnNames: ['countyCode', 'childId'],
      referencedColumnNames: ['countyCode', 'id'],
    },
  ],
  checks: [
    { name: 'duty_cause_check', expression: `cause IN ('REGISTERED', 'TRANSFER_ACCEPTED', 'HANDOVER', 'UNDONE')` },
    { name: 'duty_class_check', expression: `class_id IS NULL OR school_id IS NOT NULL` },
  ],
});
