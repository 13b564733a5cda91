import { EntitySchema } from 'typeorm';
import type { TeachingMode } from './home-teaching.rules.ts';

/** How a child is taught at home (送教上门计划): by whom, how often, since when. */
export interface HomeTeachingPlan {
  countyCode: string;
  id: string;
  childId: string;
  /** The school that sends the teachers. */
  schoolId: string;
  mode: TeachingMode;
  visitsPerWeek: number;
  /** Class-hours (课时). */
  hoursPerVisit: number;
  /** 1 Monday … 7 Sunday. */
  weekdays: number[];
  /** When a visit begins. */
  startsAt: string;
  /** 送教教师. */
  teachers: string[];
  goals: string;
  startsOn: string;
  /** First day that is no longer part of it. */
  endsOn: string | null;
  /** Of the guardian’s safety consent. */
  consentedOn: string;
  version: number;
}

export const HomeTeachingPlanEntity = new EntitySchema<HomeTeachingPlan>({
  name: 'HomeTeachingPlan',
  columns: {
    countyCode: { type: 'varchar', length: 6, primary: true, primaryKeyConstraintName: 'home_teaching_plan_pkey' },
    id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'home_teaching_plan_pkey' },
    childId: { type: 'uuid' },
    schoolId: { type: 'uuid' },
    mode: { type: 'text' },
    visitsPerWeek: { type: 'smallint' },
    hoursPerVisit: { type: 'smallint' },
    weekdays: { type: 'smallint', array: true },
    startsAt: { type: 'time' },
    teachers: { type: 'text', array: true },
    goals: { type: 'text' },
    startsOn: { type: 'date' },
    endsOn: { type: 'date', nullable: true },
    consentedOn: { type: 'date' },
    version: { type: 'integer', default: 1 },
  },
  exclusions: [
    {
      name: 'home_teaching_plan_one_at_a_time_excl',
      expression: `USING gist (county_code WITH =, child_id WITH =, daterange(starts_on, ends_on) WITH &&)`,
    },
  ],
  foreignKeys: [
    {
      name: 'home_teaching_plan_child_fkey',
      target: 'DisabledChild',
      columnNames: ['countyCode', 'childId'],
      referencedColumnNames: ['countyCode', 'id'],
    },
  ],
  checks: [
    { name: 'home_teaching_plan_mode_check', expression: `mode IN ('HOME', 'COMMUNITY', 'INSTITUTION', 'REMOTE')` },
    {
      name: 'home_teaching_plan_pace_check',
      expression: `visits_per_week BETWEEN 1 AND 7 AND hours_per_visit BETWEEN 1 AND 8 AND cardinality(weekdays) = visits_per_week`,
    },
    { name: 'home_teaching_plan_dates_check', expression: `ends_on > starts_on` },
    { name: 'home_teaching_plan_team_check', expression: `cardinality(teachers) >= 1` },
  ],
});
