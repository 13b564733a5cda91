import { rowSecurity } from '@bureau/access';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const SERVICE = 'internet_plus';

/** Digital profiles of the schools, the bandwidth they must reach, smart campus ratings, platform pilots. */
export class CreateDigitalCampus1763900100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE EXTENSION IF NOT EXISTS btree_gist');
    await runner.query(PROFILE + RATING + PILOT + SECURITY);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

const PROFILE = `
  CREATE TABLE school_digital_profile (
    county_code varchar(6) NOT NULL,
    id uuid NOT NULL,
    school_id uuid NOT NULL,
    township_code varchar(9) NOT NULL,
    school_year smallint NOT NULL,
    broadband_mbps integer NOT NULL,
    operator text,
    teaching_classes smallint NOT NULL,
    multimedia_classes smallint NOT NULL,
    wifi_classrooms smallint NOT NULL,
    student_terminals integer NOT NULL,
    teacher_terminals integer NOT NULL,
    interactive_classrooms smallint NOT NULL,
    surveyed_on date NOT NULL,
    CONSTRAINT school_digital_profile_pkey PRIMARY KEY (county_code, id),
    CONSTRAINT school_digital_profile_year_key UNIQUE (county_code, school_year, school_id),
    CONSTRAINT school_digital_profile_township_check CHECK (township_code ~ ('^' || county_code || '[0-9]{3}$')),
    CONSTRAINT school_digital_profile_year_check CHECK (school_year BETWEEN 1986 AND 2100),
    CONSTRAINT school_digital_profile_broadband_check CHECK (broadband_mbps BETWEEN 0 AND 1000000),
    CONSTRAINT school_digital_profile_operator_check CHECK (broadband_mbps > 0 OR operator IS NULL),
    CONSTRAINT school_digital_profile_classes_check
      CHECK (teaching_classes >= 0 AND multimedia_classes BETWEEN 0 AND teaching_classes),
    CONSTRAINT school_digital_profile_equipment_check
      CHECK (wifi_classrooms >= 0 AND student_terminals >= 0 AND teacher_terminals >= 0 AND interactive_classrooms >= 0)
  );
  CREATE INDEX school_digital_profile_bandwidth_idx
    ON school_digital_profile (county_code, school_year, broadband_mbps, id);

  CREATE TABLE bandwidth_target (
    county_code varchar(6) NOT NULL,
    valid_from date NOT NULL,
    mbps integer NOT NULL,
    document text NOT NULL,
    CONSTRAINT bandwidth_target_pkey PRIMARY KEY (county_code, valid_from),
    CONSTRAINT bandwidth_target_mbps_check CHECK (mbps BETWEEN 1 AND 1000000)
  );`;

const RATING = `
  CREATE TABLE smart_campus_rating (
    county_code varchar(6) NOT NULL,
    id uuid NOT NULL,
    school_id uuid NOT NULL,
    township_code varchar(9) NOT NULL,
    stars smallint NOT NULL,
    awarded_on date NOT NULL,
    valid_until date,
    state text NOT NULL,
    ended_on date,
    CONSTRAINT smart_campus_rating_pkey PRIMARY KEY (county_code, id),
    CONSTRAINT smart_campus_rating_one_in_force_excl EXCLUDE USING gist
      (county_code WITH =, school_id WITH =, daterange(awarded_on, LEAST(valid_until + 1, ended_on)) WITH &&),
    CONSTRAINT smart_campus_rating_township_check CHECK (township_code ~ ('^' || county_code || '[0-9]{3}$')),
    CONSTRAINT smart_campus_rating_stars_check CHECK (stars BETWEEN 2 AND 5),
    CONSTRAINT smart_campus_rating_state_check CHECK (state IN ('AWARDED', 'SUPERSEDED', 'REVOKED')),
    CONSTRAINT smart_campus_rating_end_check CHECK ((state = 'AWARDED') = (ended_on IS NULL)),
    CONSTRAINT smart_campus_rating_dates_check CHECK (valid_until >= awarded_on AND ended_on > awarded_on)
  );
  CREATE INDEX smart_campus_rating_awarded_idx ON smart_campus_rating (county_code, awarded_on, id);`;

const PILOT = `
  CREATE TABLE platform_pilot (
    county_code varchar(6) NOT NULL,
    id uuid NOT NULL,
    school_id uuid NOT NULL,
    township_code varchar(9) NOT NULL,
    level text NOT NULL,
    batch text NOT NULL,
    started_on date NOT NULL,
    ended_on date,
    CONSTRAINT platform_pilot_pkey PRIMARY KEY (county_code, id),
    CONSTRAINT platform_pilot_batch_key UNIQUE (county_code, school_id, level, batch),
    CONSTRAINT platform_pilot_township_check CHECK (township_code ~ ('^' || county_code || '[0-9]{3}$')),
    CONSTRAINT platform_pilot_level_check CHECK (level IN ('NATIONAL', 'REGION', 'CITY', 'COUNTY')),
    CONSTRAINT platform_pilot_batch_check CHECK (batch <> ''),
    CONSTRAINT platform_pilot_dates_check CHECK (ended_on > started_on)
  );
  CREATE INDEX platform_pilot_started_idx ON platform_pilot (county_code, started_on, id);`;

const PLACE = { township: 'township_code', school: 'school_id' };
const SECURITY = [
  rowSecurity('bandwidth_target', {}, SERVICE),
  ...['school_digital_profile', 'smart_campus_rating', 'platform_pilot'].map((table) =>
    rowSecurity(table, PLACE, SERVICE),
  ),
].join('');
