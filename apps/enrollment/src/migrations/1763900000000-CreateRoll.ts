import { rowSecurity } from '@bureau/access';
import { idempotencyTable } from '@bureau/subgraph';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const SERVICE = 'enrollment';
const STAGES = `('PRE_SCHOOL', 'PRIMARY', 'JUNIOR_SECONDARY', 'SENIOR_SECONDARY', 'VOCATIONAL')`;
const ROLL_STATUSES = `('PRE_REGISTERED', 'ACTIVE', 'SUSPENDED', 'DROPPED_OUT', 'MISSING', 'TRANSFERRED_OUT', 'ABROAD', 'GRADUATED',
      'COMPLETED', 'LEFT_INCOMPLETE', 'WITHDRAWN', 'EXPELLED', 'DECEASED', 'CANCELLED')`;
const PLACEMENTS = `('IN_SCHOOL', 'HOME_TEACHING', 'EXTERNAL_SPECIAL_SCHOOL', 'EXTERNAL_OTHER', 'SPECIALISED_SCHOOL', 'LONG_LEAVE',
      'OTHER_LEFT', 'SUSPECTED_DROPOUT', 'NOT_ENROLLED')`;

/** The county, its schools, the children on their rolls, the ledger of children of age, the dropout cases. */
export class CreateRoll1763900000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE EXTENSION IF NOT EXISTS btree_gist');
    await runner.query(COUNTY + SCHOOL + STUDENT + SCHOOL_SPELL + DROPOUT_CASE + CHILD_OF_AGE);
    await runner.query(SECURITY + idempotencyTable(SERVICE));
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

const COUNTY = `
  CREATE TABLE county (
    county_code varchar(6) NOT NULL,
    name text NOT NULL,
    CONSTRAINT county_pkey PRIMARY KEY (county_code)
  );
  CREATE TABLE township (
    county_code varchar(6) NOT NULL,
    code varchar(9) NOT NULL,
    name text NOT NULL,
    kind text NOT NULL,
    CONSTRAINT township_pkey PRIMARY KEY (county_code, code),
    CONSTRAINT township_county_fkey FOREIGN KEY (county_code) REFERENCES county (county_code),
    CONSTRAINT township_kind_check CHECK (kind IN ('SUBDISTRICT', 'TOWN', 'TOWNSHIP', 'FARM'))
  );`;

const SCHOOL = `
  CREATE TABLE school (
    county_code varchar(6) NOT NULL,
    id uuid NOT NULL,
    code varchar(10) NOT NULL,
    name text NOT NULL,
    kind varchar(3) NOT NULL,
    township_code varchar(9) NOT NULL,
    urban_rural varchar(3) NOT NULL,
    has_boarding boolean NOT NULL,
    opens_on date NOT NULL,
    closes_on date,
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT school_pkey PRIMARY KEY (county_code, id),
    CONSTRAINT school_code_key UNIQUE (county_code, code),
    CONSTRAINT school_township_fkey FOREIGN KEY (county_code, township_code) REFERENCES township (county_code, code),
    CONSTRAINT school_code_check CHECK (code ~ '^[0-9]{10}$'),
    CONSTRAINT school_closing_check CHECK (closes_on > opens_on)
  );
  CREATE INDEX school_name_idx ON school (county_code, name, id);

  CREATE TABLE school_class (
    county_code varchar(6) NOT NULL,
    id uuid NOT NULL,
    school_id uuid NOT NULL,
    stage text NOT NULL,
    entry_year smallint NOT NULL,
    serial smallint NOT NULL,
    CONSTRAINT school_class_pkey PRIMARY KEY (county_code, id),
    CONSTRAINT school_class_serial_key UNIQUE (county_code, school_id, stage, entry_year, serial),
    CONSTRAINT school_class_place_key UNIQUE (county_code, id, school_id),
    CONSTRAINT school_class_school_fkey FOREIGN KEY (county_code, school_id) REFERENCES school (county_code, id),
    CONSTRAINT school_class_stage_check CHECK (stage IN ${STAGES}),
    CONSTRAINT school_class_serial_check CHECK (serial BETWEEN 1 AND 99)
  );`;

const STUDENT = `
  CREATE TABLE student (
    county_code varchar(6) NOT NULL,
    id uuid NOT NULL,
    name text NOT NULL,
    sex varchar(1) NOT NULL,
    born_on date NOT NULL,
    identity_number bytea,
    identity_number_index bytea,
    ethnicity varchar(2) NOT NULL,
    hukou_division varchar(12) NOT NULL,
    township_code varchar(9) NOT NULL,
    is_migrant_child boolean NOT NULL,
    left_behind text NOT NULL,
    boarding varchar(1) NOT NULL,
    school_id uuid NOT NULL,
    class_id uuid NOT NULL,
    stage text NOT NULL,
    entry_year smallint NOT NULL,
    roll_status text NOT NULL,
    attendance_placement text NOT NULL,
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT student_pkey PRIMARY KEY (county_code, id),
    CONSTRAINT student_identity_number_key UNIQUE (county_code, identity_number_index),
    CONSTRAINT student_class_fkey FOREIGN KEY (county_code, class_id, school_id) REFERENCES school_class (county_code, id, school_id),
    CONSTRAINT student_township_fkey FOREIGN KEY (county_code, township_code) REFERENCES township (county_code, code),
    CONSTRAINT student_stage_check CHECK (stage IN ${STAGES}),
    CONSTRAINT student_roll_status_check CHECK (roll_status IN ${ROLL_STATUSES}),
    CONSTRAINT student_attendance_placement_check CHECK (attendance_placement IN ${PLACEMENTS}),
    CONSTRAINT student_sex_check CHECK (sex IN ('0', '1', '2', '9')),
    CONSTRAINT student_left_behind_check CHECK (left_behind IN ('NO', 'ONE_PARENT_AWAY', 'BOTH_PARENTS_AWAY')),
    CONSTRAINT student_identity_number_check CHECK ((identity_number IS NULL) = (identity_number_index IS NULL))
  );
  CREATE INDEX student_name_idx ON student (county_code, name, id);
  CREATE INDEX student_school_idx ON student (county_code, school_id, class_id);`;

const SCHOOL_SPELL = `
  CREATE TABLE school_spell (
    county_code varchar(6) NOT NULL,
    id uuid NOT NULL,
    student_id uuid NOT NULL,
    school_id uuid NOT NULL,
    class_id uuid NOT NULL,
    township_code varchar(9) NOT NULL,
    stage text NOT NULL,
    roll_status text NOT NULL,
    attendance_placement text NOT NULL,
    started_on date NOT NULL,
    ended_on date,
    ended_by text,
    CONSTRAINT school_spell_pkey PRIMARY KEY (county_code, id),
    CONSTRAINT school_spell_student_fkey FOREIGN KEY (county_code, student_id) REFERENCES student (county_code, id),
    CONSTRAINT school_spell_class_fkey FOREIGN KEY (county_code, class_id, school_id) REFERENCES school_class (county_code, id, school_id),
    CONSTRAINT school_spell_one_roll_excl EXCLUDE USING gist (county_code WITH =, student_id WITH =, daterange(started_on, ended_on) WITH &&),
    CONSTRAINT school_spell_stage_check CHECK (stage IN ${STAGES}),
    CONSTRAINT school_spell_roll_status_check CHECK (roll_status IN ${ROLL_STATUSES}),
    CONSTRAINT school_spell_attendance_placement_check CHECK (attendance_placement IN ${PLACEMENTS}),
    CONSTRAINT school_spell_ended_by_check CHECK (ended_by IN ('STATUS_CHANGED', 'CLASS_CHANGED', 'TRANSFERRED_WITHIN_COUNTY',
      'TRANSFERRED_OUT', 'GRADUATED', 'COMPLETED', 'ABROAD', 'WITHDRAWN', 'DROPPED_OUT', 'DECEASED', 'CANCELLED')),
    CONSTRAINT school_spell_dates_check CHECK (ended_on > started_on),
    CONSTRAINT school_spell_end_check CHECK ((ended_on IS NULL) = (ended_by IS NULL))
  );
  CREATE INDEX school_spell_figures_idx ON school_spell
    (county_code, stage, started_on, ended_on, ended_by, roll_status, township_code, school_id, class_id, student_id);`;

const DROPOUT_CASE = `
  CREATE TABLE dropout_reason (
    county_code varchar(6) NOT NULL,
    code varchar(3) NOT NULL,
    name text NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    CONSTRAINT dropout_reason_pkey PRIMARY KEY (county_code, code, valid_from),
    CONSTRAINT dropout_reason_code_check CHECK (code ~ '^R[0-9]{2}$'),
    CONSTRAINT dropout_reason_dates_check CHECK (valid_to > valid_from)
  );

  CREATE TABLE dropout_case (
    county_code varchar(6) NOT NULL,
    id uuid NOT NULL,
    student_id uuid NOT NULL,
    school_id uuid NOT NULL,
    class_id uuid NOT NULL,
    township_code varchar(9) NOT NULL,
    stage text NOT NULL,
    suspected_on date NOT NULL,
    last_seen_on date NOT NULL,
    reason_code varchar(3) NOT NULL,
    returned_on date,
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT dropout_case_pkey PRIMARY KEY (county_code, id),
    CONSTRAINT dropout_case_student_fkey FOREIGN KEY (county_code, student_id) REFERENCES student (county_code, id),
    CONSTRAINT dropout_case_stage_check CHECK (stage IN ('WATCH', 'SUSPECTED', 'SCHOOL_PERSUASION', 'REPORTED_TOWNSHIP',
      'TRIPLE_LINKAGE', 'NOTICE', 'PENALTY', 'DEMAND', 'JUDICIAL', 'RETURNED', 'OTHER_RESOLVED', 'CLOSED')),
    CONSTRAINT dropout_case_returned_check CHECK (stage <> 'RETURNED' OR returned_on IS NOT NULL),
    CONSTRAINT dropout_case_dates_check CHECK (last_seen_on <= suspected_on AND returned_on >= suspected_on),
    CONSTRAINT dropout_case_reason_check CHECK (reason_code ~ '^R[0-9]{2}$')
  );
  CREATE UNIQUE INDEX dropout_case_open_key ON dropout_case (county_code, student_id)
    WHERE stage <> ALL (ARRAY['RETURNED', 'OTHER_RESOLVED', 'CLOSED']);
  CREATE INDEX dropout_case_suspected_idx ON dropout_case (county_code, suspected_on, id);`;

const CHILD_OF_AGE = `
  CREATE TABLE child_of_age (
    county_code varchar(6) NOT NULL,
    school_year smallint NOT NULL,
    id uuid NOT NULL,
    name text NOT NULL,
    sex varchar(1) NOT NULL,
    born_on date NOT NULL,
    age_band text NOT NULL,
    identity_number bytea,
    identity_number_index bytea,
    basis text NOT NULL,
    township_code varchar(9) NOT NULL,
    whereabouts text NOT NULL,
    student_id uuid,
    school_id uuid,
    class_id uuid,
    reason text,
    verified_on date NOT NULL,
    CONSTRAINT child_of_age_pkey PRIMARY KEY (county_code, school_year, id),
    CONSTRAINT child_of_age_identity_number_key UNIQUE (county_code, school_year, identity_number_index),
    CONSTRAINT child_of_age_band_check CHECK (age_band IN ('PRIMARY', 'JUNIOR_SECONDARY')),
    CONSTRAINT child_of_age_basis_check CHECK (basis IN ('HOUSEHOLD', 'RESIDENT')),
    CONSTRAINT child_of_age_whereabouts_check CHECK (whereabouts IN ('IN_COUNTY', 'OUT_OF_COUNTY', 'ABROAD', 'SUSPENDED', 'NOT_ENROLLED')),
    CONSTRAINT child_of_age_school_check CHECK (whereabouts <> 'IN_COUNTY' OR school_id IS NOT NULL),
    CONSTRAINT child_of_age_reason_check CHECK (whereabouts NOT IN ('SUSPENDED', 'NOT_ENROLLED') OR reason IS NOT NULL)
  );
  CREATE INDEX child_of_age_figures_idx ON child_of_age
    (county_code, school_year, age_band, whereabouts, township_code, school_id, class_id);
  CREATE INDEX child_of_age_name_idx ON child_of_age (county_code, school_year, name, id);`;

const PERSON = { township: 'township_code', school: 'school_id', class: 'class_id' };
const SECURITY = [
  rowSecurity('county', {}, SERVICE),
  rowSecurity('dropout_reason', {}, SERVICE),
  rowSecurity('township', { township: 'code' }, SERVICE),
  rowSecurity('school', { township: 'township_code', school: 'id' }, SERVICE),
  rowSecurity('school_class', { school: 'school_id', class: 'id' }, SERVICE),
  ...['student', 'school_spell', 'dropout_case', 'child_of_age'].map((table) => rowSecurity(table, PERSON, SERVICE)),
].join('');
