import { rowSecurity } from '@bureau/access';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { followingStudent } from './following-student.ts';

const SERVICE = 'enrollment';
const STAGES = `('PRE_SCHOOL', 'PRIMARY', 'JUNIOR_SECONDARY', 'SENIOR_SECONDARY', 'VOCATIONAL')`;

/** Certificates, catchments, seats and who was given one (毕业证书, 划片, 招生计划, 录取), and what became of closed schools. */
export class CreateAdmission1764100300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(CERTIFICATE + CATCHMENT + PLAN + ADMISSION + SUCCESSOR);
    for (const table of ['catchment', 'enrolment_plan', 'school_successor'])
      await runner.query(rowSecurity(table, {}, SERVICE));
    for (const table of ['graduation_certificate', 'admission'])
      await runner.query(rowSecurity(table, {}, SERVICE) + followingStudent(table, SERVICE));
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

const ofSchool = (table: string, column = 'school_id') =>
  `CONSTRAINT ${table}_${column}_fkey FOREIGN KEY (county_code, ${column}) REFERENCES school (county_code, id)`;
const ofStudent = (table: string) =>
  `CONSTRAINT ${table}_student_fkey FOREIGN KEY (county_code, student_id) REFERENCES student (county_code, id)`;

const CERTIFICATE = `
  CREATE TABLE graduation_certificate (
    county_code varchar(6) NOT NULL,
    id uuid NOT NULL,
    student_id uuid NOT NULL,
    stage text NOT NULL,
    kind text NOT NULL,
    number text NOT NULL,
    issued_on date NOT NULL,
    movement_id uuid NOT NULL,
    CONSTRAINT graduation_certificate_pkey PRIMARY KEY (county_code, id),
    CONSTRAINT graduation_certificate_number_key UNIQUE (county_code, number),
    CONSTRAINT graduation_certificate_stage_key UNIQUE (county_code, student_id, stage),
    ${ofStudent('graduation_certificate')},
    CONSTRAINT graduation_certificate_stage_check CHECK (stage IN ${STAGES}),
    CONSTRAINT graduation_certificate_kind_check CHECK (kind IN ('GRADUATION', 'COMPLETION')),
    CONSTRAINT graduation_certificate_number_check CHECK (number ~ '^[0-9]{16}$')
  );`;

const CATCHMENT = `
  CREATE TABLE catchment (
    county_code varchar(6) NOT NULL,
    stage text NOT NULL,
    township_code varchar(9) NOT NULL,
    school_id uuid NOT NULL,
    rank smallint NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    document text NOT NULL,
    CONSTRAINT catchment_pkey PRIMARY KEY (county_code, stage, township_code, school_id, valid_from),
    ${ofSchool('catchment')},
    CONSTRAINT catchment_stage_check CHECK (stage IN ('PRIMARY', 'JUNIOR_SECONDARY')),
    CONSTRAINT catchment_rank_check CHECK (rank BETWEEN 1 AND 20),
    CONSTRAINT catchment_dates_check CHECK (valid_to > valid_from)
  );`;

const PLAN = `
  CREATE TABLE enrolment_plan (
    county_code varchar(6) NOT NULL,
    school_id uuid NOT NULL,
    stage text NOT NULL,
    school_year smallint NOT NULL,
    seats smallint NOT NULL,
    document text NOT NULL,
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT enrolment_plan_pkey PRIMARY KEY (county_code, school_id, stage, school_year),
    ${ofSchool('enrolment_plan')},
    CONSTRAINT enrolment_plan_stage_check CHECK (stage IN ('PRIMARY', 'JUNIOR_SECONDARY')),
    CONSTRAINT enrolment_plan_seats_check CHECK (seats BETWEEN 0 AND 5000)
  );`;

const ADMISSION = `
  CREATE TABLE admission (
    county_code varchar(6) NOT NULL,
    id uuid NOT NULL,
    school_year smallint NOT NULL,
    student_id uuid NOT NULL,
    student_name text NOT NULL,
    stage text NOT NULL,
    school_id uuid,
    basis text NOT NULL,
    catchment_school_id uuid,
    allocated_on date NOT NULL,
    enrolled_on date,
    CONSTRAINT admission_pkey PRIMARY KEY (county_code, id),
    CONSTRAINT admission_student_key UNIQUE (county_code, school_year, student_id, stage),
    ${ofStudent('admission')},
    ${ofSchool('admission')},
    CONSTRAINT admission_basis_check CHECK (basis IN ('CATCHMENT', 'SECOND_CATCHMENT', 'ADJUSTED_IN_TOWNSHIP', 'ADJUSTED_IN_COUNTY', 'NO_SEAT')),
    CONSTRAINT admission_seat_check CHECK ((school_id IS NULL) = (basis = 'NO_SEAT')),
    CONSTRAINT admission_enrolled_check CHECK (enrolled_on IS NULL OR school_id IS NOT NULL)
  );
  CREATE INDEX admission_name_idx ON admission (county_code, school_year, student_name, id);`;

const SUCCESSOR = `
  CREATE TABLE school_successor (
    county_code varchar(6) NOT NULL,
    school_id uuid NOT NULL,
    successor_id uuid NOT NULL,
    since_on date NOT NULL,
    kind text NOT NULL,
    document text NOT NULL,
    CONSTRAINT school_successor_pkey PRIMARY KEY (county_code, school_id, successor_id),
    ${ofSchool('school_successor')},
    ${ofSchool('school_successor', 'successor_id')},
    CONSTRAINT school_successor_kind_check CHECK (kind IN ('MERGER', 'CLOSURE')),
    CONSTRAINT school_successor_other_check CHECK (successor_id <> school_id)
  );`;
