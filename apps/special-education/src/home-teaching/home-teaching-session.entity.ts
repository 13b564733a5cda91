import { EntitySchema } from 'typeorm';
import type { SessionState } from './home-teaching.rules.ts';

/** One visit of home teaching (送教课): planned, then given or missed with a reason, then verified by the guardian. */
export interface HomeTeachingSession {
  countyCode: string;
  id: string;
  planId: string;
  childId: string;
  schoolId: string;
  plannedOn: string;
  plannedHours: number;
  state: SessionState;
  heldHours: number | null;
  teachers: string[];
  content: string | null;
  missedReason: string | null;
  verifiedOn: string | null;
  /** What the guardian confirms: never more than was held. */
  verifiedHours: number | null;
  verifiedBy: string | null;
  version: number;
}

export const HomeTeachingSessionEntity = new EntitySchema<HomeTeachingSession>({
  name: 'HomeTeachingSession',
  columns: {
    countyCode: { type: 'varchar', length: 6, primary: true, primaryKeyConstraintName: 'home_teaching_session_pkey' },
    id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'home_teaching_session_pkey' },
    planId: { type: 'uuid' },
    childId: { type: 'uuid' },
    schoolId: { type: 'uuid' },
    plannedOn: { type: 'date' },
    plannedHours: { type: 'smallint' },
    state: { type: 'text' },
    heldHours: { type: 'smallint', nullable: true },
    teachers: { type: 'text', array: true },
    content: { type: 'text', nullable: true },
    missedReason: { type: 'text', nullable: true },
    verifiedOn: { type: 'date', nullable: true },
    verifiedHours: { type: 'smallint', nullable: true },
    verifiedBy: { type: 'text', nullable: true },
    version: { type: 'integer', default: 1 },
  },
  uniques: [{ name: 'home_teaching_session_day_key', columns: ['countyCode', 'childId', 'plannedOn'] }],
  indices: [{ name: 'home_teaching_session_planned_idx', columns: ['countyCode', 'plannedOn', 'id'] }],
  foreignKeys: [
    {
      name: 'home_teaching_session_child_fkey',
      target: 'DisabledChild',
      columnNames: ['countyCode', 'childId'],
      referencedColumnNames: ['countyCode', 'id'],
    },
    {
      name: 'home_teaching_session_plan_fkey',
      target: 'HomeTeachingPlan',
      columnNames: ['countyCode', 'planId'],
      referencedColumnNames: ['countyCode', 'id'],
    },
  ],
  checks: [
    { name: 'home_teaching_session_state_check', expression: `state IN ('PLANNED', 'DONE', 'MISSED', 'VERIFIED')` },
    {
      name: 'home_teaching_session_held_check',
      expression: `(state IN ('DONE', 'VERIFIED')) = (held_hours IS NOT NULL) AND held_hours BETWEEN 1 AND 8`,
    },
    { name: 'home_teaching_session_missed_check', expression: `(state = 'MISSED') = (missed_reason IS NOT NULL)` },
    {
      name: 'home_teaching_session_verified_check',
      expression: `(state = 'VERIFIED') = (verified_on IS NOT NULL) AND (verified_on IS NULL) = (verified_hours IS NULL) AND verified_hours BETWEEN 0 AND held_hours`,
    },
  ],
});
