import { EntitySchema } from 'typeorm';
import type { LessonKind, LessonMode, LessonState } from './three-classrooms-terms.rules.ts';

/** One lesson of an agreement: planned, held or cancelled (开课). */
export interface LessonSession {
  countyCode: string;
  id: string;
  /** The agreement. */
  pairingId: string;
  /** The school that gives the lessons (主讲学校); null when it is out of sight. */
  leadSchoolId: string;
  /** Which of the three classrooms. */
  kind: LessonKind;
  /** How it is received. */
  mode: LessonMode;
  /** The subject. */
  subject: string;
  /** The grade, 1 to 12. */
  grade: number;
  /** The day; a school day. */
  heldOn: string;
  /** Its start, `HH:MM` in Beijing. */
  startsAt: string;
  /** Its end, `HH:MM` in Beijing. */
  endsAt: string;
  /** How long it is, minutes. */
  minutes: number;
  /** What became of it. */
  state: LessonState;
  /** Why it was cancelled; null when it was not. */
  reason: string | null;
  version: number;
}

export const LessonSessionEntity = new EntitySchema<LessonSession>({
  name: 'LessonSession',
  columns: {
    countyCode: { type: 'varchar', length: 6, primary: true, primaryKeyConstraintName: 'lesson_session_pkey' },
    id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'lesson_session_pkey' },
    pairingId: { type: 'uuid' },
    leadSchoolId: { type: 'uuid' },
    kind: { type: 'text' },
    mode: { type: 'text' },
    subject: { type: 'text' },
    grade: { type: 'smallint' },
    heldOn: { type: 'date' },
    startsAt: { type: 'time' },
    endsAt: { type: 'time' },
    minutes: { type: 'smallint' },
    state: { type: 'text' },
    reason: { type: 'text', nullable: true },
    version: { type: 'integer', default: 1 },
  },
  uniques: [{ name: 'lesson_session_lead_key', columns: ['countyCode', 'id', 'leadSchoolId'] }],
  indices: [
    { name: 'lesson_session_held_idx', columns: ['countyCode', 'heldOn', 'id'] },
    { name: 'lesson_session_pairing_idx', columns: ['countyCode', 'pairingId', 'heldOn'] },
  ],
  foreignKeys: [
    {
      name: 'lesson_session_pairing_fkey',
      target: 'ClassroomPairing',
      columnNames: ['countyCode', 'pairingId', 'leadSchoolId'],
      referencedColumnNames: ['countyCode', 'id', 'leadSchoolId'],
    },
  ],
  checks: [
    { name: 'lesson_session_kind_check', expression: `kind IN ('DELIVERY', 'FAMOUS_TEACHER', 'FAMOUS_SCHOOL')` },
    { name: 'lesson_session_mode_check', expression: `mode IN ('SYNC', 'ASYNC')` },
    { name: 'lesson_session_state_check', expression: `state IN ('PLANNED', 'HELD', 'CANCELLED')` },
    {
      name: 'lesson_session_times_check',
      expression: `ends_at > starts_at AND minutes = extract(epoch FROM ends_at - starts_at) / 60`,
    },
    { name: 'lesson_session_grade_check', expression: `grade BETWEEN 1 AND 12` },
    { name: 'lesson_session_reason_check', expression: `(state = 'CANCELLED') = (reason IS NOT NULL)` },
    { name: 'lesson_session_subject_check', expression: `subject <> ''` },
  ],
});
