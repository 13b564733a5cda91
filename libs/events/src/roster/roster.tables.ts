import { rowSecurity } from '@bureau/access';
import { escapeIdentifier } from 'pg';

export type Roster = 'school_roster' | 'student_roster' | 'school_headcount';

/**
 * The rosters an office keeps, for its migration; `school_headcount` needs `school_roster`.
 * Released migrations call it: never edit it, add a new one.
 */
export function rosterTables(serviceRole: string, rosters: Roster[]): string {
  const role = escapeIdentifier(serviceRole);
  return rosters.map((roster) => definitions[roster] + security[roster](role) + rebuilding(roster, role)).join('\n');
}

/**
 * What lists of other departments are matched with, for offices whose `student_roster` is older than it.
 * Released migrations call it: never edit it, add a new one.
 */
export const rosterMatching = `
ALTER TABLE student_roster ADD COLUMN identity_index varchar(64), ADD COLUMN boarding varchar(1);
CREATE INDEX student_roster_identity_idx ON student_roster (county_code, identity_index);`;

const definitions: Record<Roster, string> = {
  school_roster: `
CREATE TABLE school_roster (
  county_code varchar(6) NOT NULL,
  id uuid NOT NULL,
  code varchar(10) NOT NULL,
  name text NOT NULL,
  kind varchar(3) NOT NULL,
  township_code varchar(9) NOT NULL,
  opens_on date NOT NULL,
  closes_on date,
  successor_ids uuid[] NOT NULL,
  version integer NOT NULL,
  CONSTRAINT school_roster_pkey PRIMARY KEY (county_code, id)
);`,
  student_roster: `
CREATE TABLE student_roster (
  county_code varchar(6) NOT NULL,
  id uuid NOT NULL,
  school_id uuid,
  class_id uuid,
  township_code varchar(9) NOT NULL,
  name text NOT NULL,
  stage text,
  grade smallint,
  roll_status text,
  attendance_placement text NOT NULL,
  born_on date NOT NULL,
  sex varchar(1) NOT NULL,
  effective_on date NOT NULL,
  version integer NOT NULL,
  CONSTRAINT student_roster_pkey PRIMARY KEY (county_code, id)
);
CREATE INDEX student_roster_school_idx ON student_roster (county_code, school_id, class_id);`,
  school_headcount: `
CREATE TABLE school_headcount (
  county_code varchar(6) NOT NULL,
  school_id uuid NOT NULL,
  as_of date NOT NULL,
  classes integer NOT NULL,
  students integer NOT NULL,
  by_stage jsonb NOT NULL,
  version integer NOT NULL,
  CONSTRAINT school_headcount_pkey PRIMARY KEY (county_code, school_id)
);`,
};

const security: Record<Roster, (role: string) => string> = {
  school_roster: (role) => rowSecurity('school_roster', { township: 'township_code', school: 'id' }, role),
  student_roster: (role) =>
    rowSecurity('student_roster', { township: 'township_code', school: 'school_id', class: 'class_id' }, role),
  school_headcount: (role) => rowSecurity('school_headcount', { school: 'school_id' }, role) + withinTownship(role),
};

/** A headcount is seen by a township's people where its school is. */
const withinTownship = (role: string) => `
  CREATE POLICY township_reach ON school_headcount AS RESTRICTIVE TO ${role} USING (
    (SELECT current_setting('bureau.township', true)) = ''
    OR school_id IN (SELECT id FROM school_roster)
  );`;

/** `startOver` deletes the rows of every county at once, and sees none of them. */
const rebuilding = (roster: Roster, role: string) => `
  CREATE POLICY rebuild ON ${roster} FOR DELETE TO ${role}
    USING ((SELECT current_setting('bureau.rebuild', true)) = 'on');`;
