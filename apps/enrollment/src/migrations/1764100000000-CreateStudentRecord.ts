import { rowSecurity } from '@bureau/access';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { followingStudent } from './following-student.ts';

const SERVICE = 'enrollment';

/** The rest of the national sheet (学生基本信息表), the guardians, the roll numbers, and what was corrected. */
export class CreateStudentRecord1764100000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(RECORD + GUARDIAN + ROLL_NUMBER + CHANGE);
    for (const table of ['student_record', 'guardian', 'roll_number', 'particulars_change'])
      await runner.query(rowSecurity(table, {}, SERVICE) + followingStudent(table, SERVICE));
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

const ofStudent = (table: string) =>
  `CONSTRAINT ${table}_student_fkey FOREIGN KEY (county_code, student_id) REFERENCES student (county_code, id)`;

const RECORD = `
  CREATE TABLE student_record (
    county_code varchar(6) NOT NULL,
    student_id uuid NOT NULL,
    birthplace_division varchar(12),
    native_division varchar(12),
    nationality varchar(3) NOT NULL DEFAULT '156',
    document_type varchar(1) NOT NULL DEFAULT '1',
    document_valid_from date,
    document_valid_to date,
    overseas_status varchar(2) NOT NULL DEFAULT '00',
    political_status varchar(2),
    health varchar(1) NOT NULL DEFAULT '1',
    has_photo boolean NOT NULL DEFAULT false,
    name_pinyin text,
    name_english text,
    former_name text,
    hukou_kind varchar(1) NOT NULL DEFAULT '3',
    talent text,
    blood_type varchar(1),
    auxiliary_number text,
    number_in_class smallint,
    admitted_in varchar(7),
    admission_mode varchar(2) NOT NULL DEFAULT '01',
    source varchar(1) NOT NULL DEFAULT '1',
    living_address bytea,
    postal_address bytea,
    family_address bytea,
    phone bytea,
    phone_index bytea,
    postal_code varchar(6),
    email text,
    homepage text,
    is_only_child boolean,
    had_pre_school boolean,
    is_orphan boolean NOT NULL DEFAULT false,
    is_martyr_child boolean NOT NULL DEFAULT false,
    inclusion varchar(1) NOT NULL DEFAULT '0',
    roll_disability varchar(1) NOT NULL DEFAULT '0',
    is_seat_purchased boolean NOT NULL DEFAULT false,
    wants_aid boolean NOT NULL DEFAULT false,
    commute_km smallint,
    commute_mode varchar(1),
    needs_school_bus boolean NOT NULL DEFAULT false,
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT student_record_pkey PRIMARY KEY (county_code, student_id),
    ${ofStudent('student_record')},
    CONSTRAINT student_record_admitted_in_check CHECK (admitted_in ~ '^[0-9]{4}-[0-9]{2}$'),
    CONSTRAINT student_record_postal_code_check CHECK (postal_code ~ '^[0-9]{6}$'),
    CONSTRAINT student_record_phone_check CHECK ((phone IS NULL) = (phone_index IS NULL)),
    CONSTRAINT student_record_commute_check CHECK (commute_km BETWEEN 0 AND 500),
    CONSTRAINT student_record_document_check CHECK (document_valid_to > document_valid_from)
  );`;

const GUARDIAN = `
  CREATE TABLE guardian (
    county_code varchar(6) NOT NULL,
    id uuid NOT NULL,
    student_id uuid NOT NULL,
    position smallint NOT NULL,
    name text NOT NULL,
    kinship varchar(2) NOT NULL,
    kinship_note text,
    ethnicity varchar(2),
    employer text,
    job text,
    living_address bytea,
    hukou_division varchar(12),
    phone bytea,
    phone_index bytea,
    is_guardian boolean NOT NULL,
    document_type varchar(1) NOT NULL DEFAULT '1',
    identity_number bytea,
    identity_number_index bytea,
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT guardian_pkey PRIMARY KEY (county_code, id),
    CONSTRAINT guardian_position_key UNIQUE (county_code, student_id, position),
    ${ofStudent('guardian')},
    CONSTRAINT guardian_position_check CHECK (position BETWEEN 1 AND 3),
    CONSTRAINT guardian_phone_check CHECK ((phone IS NULL) = (phone_index IS NULL)),
    CONSTRAINT guardian_identity_number_check CHECK ((identity_number IS NULL) = (identity_number_index IS NULL))
  );`;

const ROLL_NUMBER = `
  CREATE TABLE roll_number (
    county_code varchar(6) NOT NULL,
    id uuid NOT NULL,
    student_id uuid NOT NULL,
    kind text NOT NULL,
    number bytea NOT NULL,
    number_index bytea NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    reason text NOT NULL,
    CONSTRAINT roll_number_pkey PRIMARY KEY (county_code, id),
    CONSTRAINT roll_number_number_key UNIQUE (county_code, number_index),
    ${ofStudent('roll_number')},
    CONSTRAINT roll_number_kind_check CHECK (kind IN ('FORMAL', 'TEMPORARY', 'WITHOUT_IDENTITY_NUMBER')),
    CONSTRAINT roll_number_dates_check CHECK (valid_to >= valid_from)
  );
  CREATE UNIQUE INDEX roll_number_current_key ON roll_number (county_code, student_id) WHERE valid_to IS NULL;
  CREATE INDEX roll_number_student_idx ON roll_number (county_code, student_id, valid_from);`;

const CHANGE = `
  CREATE TABLE particulars_change (
    county_code varchar(6) NOT NULL,
    id uuid NOT NULL,
    student_id uuid NOT NULL,
    movement_id uuid NOT NULL,
    field text NOT NULL,
    before_value bytea,
    after_value bytea,
    CONSTRAINT particulars_change_pkey PRIMARY KEY (county_code, id),
    CONSTRAINT particulars_change_field_key UNIQUE (county_code, movement_id, field),
    ${ofStudent('particulars_change')},
    CONSTRAINT particulars_change_field_check CHECK (field IN ('NAME', 'SEX', 'BORN_ON', 'IDENTITY_NUMBER'))
  );
  CREATE INDEX particulars_change_student_idx ON particulars_change (county_code, student_id);`;
