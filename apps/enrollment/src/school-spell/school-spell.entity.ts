import {
  ATTENDANCE_PLACEMENTS,
  type AttendancePlacement,
  ROLL_STATUSES,
  type RollStatus,
  type Stage,
  STAGES,
} from '@bureau/codes';
import { EntitySchema } from 'typeorm';
import { closedList } from '../closed-list.ts';

/** How a spell ended (学籍异动). */
export const SPELL_ENDS = [
  'STATUS_CHANGED',
  'CLASS_CHANGED',
  'TRANSFERRED_WITHIN_COUNTY',
  'TRANSFERRED_OUT',
  'GRADUATED',
  'COMPLETED',
  'ABROAD',
  'WITHDRAWN',
  'DROPPED_OUT',
  'DECEASED',
  'CANCELLED',
  'LEFT_INCOMPLETE',
  'EXPELLED',
] as const;
export type SpellEnd = (typeof SPELL_ENDS)[number];

/** A child's time on one school's roll in one class and one standing (在籍区间): dated, never overwritten, never overlapping another. */
export interface SchoolSpell {
  countyCode: string;
  id: string;
  studentId: string;
  schoolId: string;
  classId: string;
  /** The school's township. */
  townshipCode: string;
  stage: Stage;
  rollStatus: RollStatus;
  attendancePlacement: AttendancePlacement;
  startedOn: string;
  /** The first day that is no longer part of it; null while it lasts. */
  endedOn: string | null;
  endedBy: SpellEnd | null;
}

const COMPULSORY = `((roll_status <> ALL (ARRAY['WITHDRAWN', 'EXPELLED', 'LEFT_INCOMPLETE'])) OR stage IN ('SENIOR_SECONDARY', 'VOCATIONAL')) AND ((ended_by <> ALL (ARRAY['WITHDRAWN', 'EXPELLED', 'LEFT_INCOMPLETE'])) OR ended_by IS NULL OR stage IN ('SENIOR_SECONDARY', 'VOCATIONAL'))`;

export const SchoolSpellEntity = new EntitySchema<SchoolSpell>({
  name: 'SchoolSpell',
  columns: {
    countyCode: { type: 'varchar', length: 6, primary: true, primaryKeyConstraintName: 'school_spell_pkey' },
    id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'school_spell_pkey' },
    studentId: { type: 'uuid' },
    schoolId: { type: 'uuid' },
    classId: { type: 'uuid' },
    townshipCode: { type: 'varchar', length: 9 },
    stage: { type: 'text' },
    rollStatus: { type: 'text' },
    attendancePlacement: { type: 'text' },
    startedOn: { type: 'date' },
    endedOn: { type: 'date', nullable: true },
    endedBy: { type: 'text', nullable: true },
  },
  indices: [
    {
      name: 'school_spell_figures_idx',
      columns: [
        'countyCode',
        'stage',
        'startedOn',
        'endedOn',
        'endedBy',
        'rollStatus',
        'townshipCode',
        'schoolId',
        'classId',
        'studentId',
      ],
    },
    { name: 'school_spell_open_key', columns: ['countyCode', 'studentId'], unique: true, where: 'ended_on IS NULL' },
  ],
  exclusions: [
    {
      name: 'school_spell_one_roll_excl',
      expression: `USING gist (county_code WITH =, student_id WITH =, daterange(started_on, ended_on) WITH &&)`,
    },
  ],
  foreignKeys: [
    {
      name: 'school_spell_student_fkey',
      target: 'Student',
      columnNames: ['countyCode', 'studentId'],
      referencedColumnNames: ['countyCode', 'id'],
    },
    {
      name: 'school_spell_class_fkey',
      target: 'SchoolClass',
      columnNames: ['countyCode', 'classId', 'schoolId'],
      referencedColumnNames: ['countyCode', 'id', 'schoolId'],
    },
  ],
  checks: [
    closedList('school_spell', 'stage', STAGES),
    closedList('school_spell', 'roll_status', ROLL_STATUSES),
    closedList('school_spell', 'attendance_placement', ATTENDANCE_PLACEMENTS),
    closedList('school_spell', 'ended_by', SPELL_ENDS),
    { name: 'school_spell_dates_check', expression: `ended_on >= started_on` },
    { name: 'school_spell_compulsory_check', expression: COMPULSORY },
    { name: 'school_spell_end_check', expression: `(ended_on IS NULL) = (ended_by IS NULL)` },
  ],
});
