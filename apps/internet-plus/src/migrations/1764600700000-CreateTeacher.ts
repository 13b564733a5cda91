import { rowSecurity } from '@bureau/access';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const SERVICE = 'internet_plus';
const PLACE = { township: 'township_code', school: 'school_id' };

/** Teachers, what they passed, and what earns points. */
export class CreateTeacher1764600700000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TEACHER + LITERACY_RESULT + MICRO_COMPETENCE + TRAINING_RECORD + INCENTIVE_RULE + SECURITY);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

const TEACHER = `
  CREATE TABLE teacher (
    county_code varchar(6) NOT NULL,
    id uuid NOT NULL,
    school_id uuid NOT NULL,
    township_code varchar(9) NOT NULL,
    name text NOT NULL,
    role text NOT NULL,
    subject text NOT NULL,
    starts_on date NOT NULL,
    left_on date,
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT teacher_pkey PRIMARY KEY (county_code, id),
    CONSTRAINT teacher_township_check CHECK (township_code ~ ('^' || county_code || '[0-9]{3}$')),
    CONSTRAINT teacher_role_check CHECK (role IN ('TEACHER', 'PRINCIPAL', 'RESEARCHER')),
    CONSTRAINT teacher_name_length_check CHECK (length(name) BETWEEN 1 AND 60),
    CONSTRAINT teacher_dates_check CHECK (left_on > starts_on)
  );
  CREATE INDEX teacher_name_idx ON teacher (county_code, name, id);`;

const LITERACY_RESULT = `
  CREATE TABLE literacy_result (
    county_code varchar(6) NOT NULL,
    id uuid NOT NULL,
    school_id uuid NOT NULL,
    township_code varchar(9) NOT NULL,
    teacher_id uuid NOT NULL,
    year smallint NOT NULL,
    score smallint NOT NULL,
    level text NOT NULL,
    CONSTRAINT literacy_result_pkey PRIMARY KEY (county_code, id),
    CONSTRAINT literacy_result_year_key UNIQUE (county_code, teacher_id, year),
    CONSTRAINT literacy_result_teacher_fkey FOREIGN KEY (county_code, teacher_id) REFERENCES teacher (county_code, id),
    CONSTRAINT literacy_result_township_check CHECK (township_code ~ ('^' || county_code || '[0-9]{3}$')),
    CONSTRAINT literacy_result_level_check CHECK (level IN ('EXCELLENT', 'PASSED', 'FAILED')),
    CONSTRAINT literacy_result_score_check CHECK (score BETWEEN 0 AND 100),
    CONSTRAINT literacy_result_year_check CHECK (year BETWEEN 2015 AND 2100)
  );`;

const MICRO_COMPETENCE = `
  CREATE TABLE micro_competence (
    county_code varchar(6) NOT NULL,
    id uuid NOT NULL,
    school_id uuid NOT NULL,
    township_code varchar(9) NOT NULL,
    teacher_id uuid NOT NULL,
    code text NOT NULL,
    assessed_on date NOT NULL,
    level text NOT NULL,
    CONSTRAINT micro_competence_pkey PRIMARY KEY (county_code, id),
    CONSTRAINT micro_competence_code_key UNIQUE (county_code, teacher_id, code),
    CONSTRAINT micro_competence_teacher_fkey FOREIGN KEY (county_code, teacher_id) REFERENCES teacher (county_code, id),
    CONSTRAINT micro_competence_township_check CHECK (township_code ~ ('^' || county_code || '[0-9]{3}$')),
    CONSTRAINT micro_competence_level_check CHECK (level IN ('EXCELLENT', 'PASSED', 'FAILED')),
    CONSTRAINT micro_competence_code_check CHECK (code ~ '^(A([1-9]|1[0-3])|B([1-9]|10)|C[1-7])$')
  );`;

const TRAINING_RECORD = `
  CREATE TABLE training_record (
    county_code varchar(6) NOT NULL,
    id uuid NOT NULL,
    school_id uuid NOT NULL,
    township_code varchar(9) NOT NULL,
    teacher_id uuid NOT NULL,
    title text NOT NULL,
    method text NOT NULL,
    hours smallint NOT NULL,
    ended_on date NOT NULL,
    CONSTRAINT training_record_pkey PRIMARY KEY (county_code, id),
    CONSTRAINT training_record_once_key UNIQUE (county_code, teacher_id, ended_on, title),
    CONSTRAINT training_record_teacher_fkey FOREIGN KEY (county_code, teacher_id) REFERENCES teacher (county_code, id),
    CONSTRAINT training_record_township_check CHECK (township_code ~ ('^' || county_code || '[0-9]{3}$')),
    CONSTRAINT training_record_method_check CHECK (method IN ('ONLINE', 'SCHOOL_BASED')),
    CONSTRAINT training_record_hours_check CHECK (hours BETWEEN 1 AND 500),
    CONSTRAINT training_record_title_check CHECK (title <> '')
  );`;

const INCENTIVE_RULE = `
  CREATE TABLE incentive_rule (
    county_code varchar(6) NOT NULL,
    id uuid NOT NULL,
    source text NOT NULL,
    points smallint NOT NULL,
    most_times smallint NOT NULL,
    valid_from date NOT NULL,
    document text NOT NULL,
    CONSTRAINT incentive_rule_pkey PRIMARY KEY (county_code, id),
    CONSTRAINT incentive_rule_from_key UNIQUE (county_code, source, valid_from),
    CONSTRAINT incentive_rule_source_check CHECK (source IN ('LITERACY_EXCELLENT', 'LITERACY_PASSED', 'MICRO_COMPETENCE', 'TRAINING_TEN_HOURS', 'COMPETITION_FIRST', 'COMPETITION_SECOND', 'COMPETITION_THIRD')),
    CONSTRAINT incentive_rule_points_check CHECK (points BETWEEN 0 AND 1000),
    CONSTRAINT incentive_rule_times_check CHECK (most_times BETWEEN 1 AND 100),
    CONSTRAINT incentive_rule_document_check CHECK (document <> '')
  );`;

const SECURITY = [
  ...['teacher', 'literacy_result', 'micro_competence', 'training_record'].map((table) =>
    rowSecurity(table, PLACE, SERVICE),
  ),
  ...['incentive_rule'].map((table) => rowSecurity(table, {}, SERVICE)),
].join('');
