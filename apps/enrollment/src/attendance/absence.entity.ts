import { EntitySchema } from 'typeorm';
import { closedList } from '../closed-list.ts';
import { ABSENCE_KINDS, type AbsenceKind } from './absence.rules.ts';

/** What a roll-call says of a child who was not simply in class. A correction is another row; the former stays, superseded. */
export interface Absence {
  countyCode: string;
  id: string;
  rollCallId: string;
  studentId: string;
  classId: string;
  schoolId: string;
  townshipCode: string;
  day: string;
  kind: AbsenceKind;
  note: string | null;
  recordedBy: string;
  recordedAt: Date;
  /** When a correction took its place; null while it holds. */
  supersededAt: Date | null;
}

export const AbsenceEntity = new EntitySchema<Absence>({
  name: 'Absence',
  columns: {
    countyCode: { type: 'varchar', length: 6, primary: true, primaryKeyConstraintName: 'absence_pkey' },
    id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'absence_pkey' },
    rollCallId: { type: 'uuid' },
    studentId: { type: 'uuid' },
    classId: { type: 'uuid' },
    schoolId: { type: 'uuid' },
    townshipCode: { type: 'varchar', length: 9 },
    day: { type: 'date' },
    kind: { type: 'text' },
    note: { type: 'text', nullable: true },
    recordedBy: { type: 'text' },
    recordedAt: { type: 'timestamptz' },
    supersededAt: { type: 'timestamptz', nullable: true },
  },
  indices: [
    {
      name: 'absence_standing_key',
      columns: ['countyCode', 'studentId', 'day'],
      unique: true,
      where: 'superseded_at IS NULL',
    },
    { name: 'absence_roll_call_idx', columns: ['countyCode', 'rollCallId', 'id'] },
  ],
  foreignKeys: [
    {
      name: 'absence_roll_call_fkey',
      target: 'RollCall',
      columnNames: ['countyCode', 'rollCallId'],
      referencedColumnNames: ['countyCode', 'id'],
    },
    {
      name: 'absence_student_fkey',
      target: 'Student',
      columnNames: ['countyCode', 'studentId'],
      referencedColumnNames: ['countyCode', 'id'],
    },
  ],
  checks: [closedList('absence', 'kind', ABSENCE_KINDS)],
});
