import {
  type AttendancePlacement,
  ROLL_MOVEMENTS,
  type RollMovementKind,
  type RollStatus,
  type Stage,
} from '@bureau/codes';
import { EntitySchema } from 'typeorm';
import { closedList } from '../closed-list.ts';

/** A document that proves what was recorded (佐证材料): its kind and number; the copy lies with the stored documents. */
export interface Evidence {
  kind: string;
  reference: string;
}

/** One line of the register of movements (学籍异动登记): who came, went or changed, on which day, by which rule. */
export interface RollMovement {
  countyCode: string;
  id: string;
  studentId: string;
  kind: RollMovementKind;
  /** The first day on which the child stands as afterwards (异动日期). */
  occurredOn: string;
  recordedAt: Date;
  recordedBy: string;
  /** The regulation in force on that day, such as 教基〔2025〕1号. */
  ruleVersion: string;
  /** The last day on which it could be recorded in time; null where no rule sets one. */
  dueOn: string | null;
  isLate: boolean;
  fromSchoolId: string | null;
  fromClassId: string | null;
  fromStage: Stage | null;
  fromEntryYear: number | null;
  fromRollStatus: RollStatus | null;
  fromPlacement: AttendancePlacement | null;
  toSchoolId: string;
  toClassId: string;
  toStage: Stage;
  toEntryYear: number;
  toRollStatus: RollStatus;
  toPlacement: AttendancePlacement;
  /** The last day of a suspension. */
  untilOn: string | null;
  /** 异动原因. */
  reason: string | null;
  /** 审批文号. */
  approvalNumber: string | null;
  approvedOn: string | null;
  /** The school or country outside the county that the child comes from or goes to. */
  otherPlace: string | null;
  evidence: Evidence[];
  note: string | null;
  /** What caused it, such as `transfer:<uuid>`. */
  cause: string | null;
}

const primary = { primary: true, primaryKeyConstraintName: 'roll_movement_pkey' } as const;

export const RollMovementEntity = new EntitySchema<RollMovement>({
  name: 'RollMovement',
  columns: {
    countyCode: { type: 'varchar', length: 6, ...primary },
    id: { type: 'uuid', ...primary },
    studentId: { type: 'uuid' },
    kind: { type: 'text' },
    occurredOn: { type: 'date' },
    recordedAt: { type: 'timestamptz' },
    recordedBy: { type: 'text' },
    ruleVersion: { type: 'text' },
    dueOn: { type: 'date', nullable: true },
    isLate: { type: 'boolean' },
    fromSchoolId: { type: 'uuid', nullable: true },
    fromClassId: { type: 'uuid', nullable: true },
    fromStage: { type: 'text', nullable: true },
    fromEntryYear: { type: 'smallint', nullable: true },
    fromRollStatus: { type: 'text', nullable: true },
    fromPlacement: { type: 'text', nullable: true },
    toSchoolId: { type: 'uuid' },
    toClassId: { type: 'uuid' },
    toStage: { type: 'text' },
    toEntryYear: { type: 'smallint' },
    toRollStatus: { type: 'text' },
    toPlacement: { type: 'text' },
    untilOn: { type: 'date', nullable: true },
    reason: { type: 'text', nullable: true },
    approvalNumber: { type: 'text', nullable: true },
    approvedOn: { type: 'date', nullable: true },
    otherPlace: { type: 'text', nullable: true },
    evidence: { type: 'jsonb' },
    note: { type: 'text', nullable: true },
    cause: { type: 'text', nullable: true },
  },
  indices: [
    { name: 'roll_movement_occurred_idx', columns: ['countyCode', 'occurredOn', 'id'] },
    { name: 'roll_movement_student_idx', columns: ['countyCode', 'studentId', 'occurredOn', 'id'] },
    {
      name: 'roll_movement_until_idx',
      columns: ['countyCode', 'studentId', 'untilOn'],
      where: 'until_on IS NOT NULL',
    },
  ],
  foreignKeys: [
    {
      name: 'roll_movement_student_fkey',
      target: 'Student',
      columnNames: ['countyCode', 'studentId'],
      referencedColumnNames: ['countyCode', 'id'],
    },
  ],
  checks: [
    closedList('roll_movement', 'kind', ROLL_MOVEMENTS),
    {
      name: 'roll_movement_compulsory_check',
      expression: `kind <> ALL (ARRAY['WITHDRAWAL', 'EXPULSION', 'LEAVING_INCOMPLETE']) OR to_stage IN ('SENIOR_SECONDARY', 'VOCATIONAL')`,
    },
    {
      name: 'roll_movement_until_check',
      expression: `(until_on IS NOT NULL) = (kind IN ('SUSPENSION', 'SUSPENSION_EXTENSION')) AND until_on > occurred_on`,
    },
    { name: 'roll_movement_from_check', expression: `(from_school_id IS NULL) = (from_roll_status IS NULL)` },
  ],
});
