import type { MigrationInterface, QueryRunner } from 'typeorm';
import { throughChild } from './through-child.ts';

const SERVICE = 'special_education';

/** Home teaching (domain C7): plans, and the visits that are due, given and missed. */
export class CreateHomeTeaching1764300300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query([HOME_TEACHING_PLAN, HOME_TEACHING_SESSION].join(''));
    await runner.query(SECURITY);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

const HOME_TEACHING_PLAN = `
  CREATE TABLE home_teaching_plan (
    county_code varchar(6) NOT NULL,
    id uuid NOT NULL,
    child_id uuid NOT NULL,
    school_id uuid NOT NULL,
    mode text NOT NULL,
    visits_per_week smallint NOT NULL,
    hours_per_visit smallint NOT NULL,
    weekdays smallint[] NOT NULL,
    starts_at time NOT NULL,
    teachers text[] NOT NULL,
    goals text NOT NULL,
    starts_on date NOT NULL,
    ends_on date,
    consented_on date NOT NULL,
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT home_teaching_plan_pkey PRIMARY KEY (county_code, id),
    CONSTRAINT home_teaching_plan_child_fkey FOREIGN KEY (county_code, child_id) REFERENCES disabled_child (county_code, id),
    CONSTRAINT home_teaching_plan_mode_check CHECK (mode IN ('HOME', 'COMMUNITY', 'INSTITUTION', 'REMOTE')),
    CONSTRAINT home_teaching_plan_pace_check CHECK (visits_per_week BETWEEN 1 AND 7 AND hours_per_visit BETWEEN 1 AND 8 AND cardinality(weekdays) = visits_per_week),
    CONSTRAINT home_teaching_plan_dates_check CHECK (ends_on > starts_on),
    CONSTRAINT home_teaching_plan_team_check CHECK (cardinality(teachers) >= 1),
    CONSTRAINT home_teaching_plan_one_at_a_time_excl EXCLUDE USING gist (county_code WITH =, child_id WITH =, daterange(starts_on, ends_on) WITH &&)
  );`;

const HOME_TEACHING_SESSION = `
  CREATE TABLE home_teaching_session (
    county_code varchar(6) NOT NULL,
    id uuid NOT NULL,
    plan_id uuid NOT NULL,
    child_id uuid NOT NULL,
    school_id uuid NOT NULL,
    planned_on date NOT NULL,
    planned_hours smallint NOT NULL,
    state text NOT NULL,
    held_hours smallint,
    teachers text[] NOT NULL,
    content text,
    missed_reason text,
    verified_on date,
    verified_hours smallint,
    verified_by text,
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT home_teaching_session_pkey PRIMARY KEY (county_code, id),
    CONSTRAINT home_teaching_session_day_key UNIQUE (county_code, child_id, planned_on),
    CONSTRAINT home_teaching_session_child_fkey FOREIGN KEY (county_code, child_id) REFERENCES disabled_child (county_code, id),
    CONSTRAINT home_teaching_session_plan_fkey FOREIGN KEY (county_code, plan_id) REFERENCES home_teaching_plan (county_code, id),
    CONSTRAINT home_teaching_session_state_check CHECK (state IN ('PLANNED', 'DONE', 'MISSED', 'VERIFIED')),
    CONSTRAINT home_teaching_session_held_check CHECK ((state IN ('DONE', 'VERIFIED')) = (held_hours IS NOT NULL) AND held_hours BETWEEN 1 AND 8),
    CONSTRAINT home_teaching_session_missed_check CHECK ((state = 'MISSED') = (missed_reason IS NOT NULL)),
    CONSTRAINT home_teaching_session_verified_check CHECK ((state = 'VERIFIED') = (verified_on IS NOT NULL) AND (verified_on IS NULL) = (verified_hours IS NULL) AND verified_hours BETWEEN 0 AND held_hours)
  );
  CREATE INDEX home_teaching_session_planned_idx ON home_teaching_session (county_code, planned_on, id);`;

const SECURITY = [throughChild('home_teaching_plan', SERVICE), throughChild('home_teaching_session', SERVICE)].join('');
