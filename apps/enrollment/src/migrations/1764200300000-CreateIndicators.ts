import { rowSecurity } from '@bureau/access';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const SERVICE = 'enrollment';

/** Monthly reports as submitted, and published figures as frozen. */
export class CreateIndicators1764200300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(REPORTS + SECURITY);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

const REPORTS = `
  CREATE TABLE monthly_report (
    county_code varchar(6) NOT NULL,
    id uuid NOT NULL,
    school_id uuid NOT NULL,
    township_code varchar(9) NOT NULL,
    month date NOT NULL,
    lines jsonb NOT NULL,
    cases jsonb NOT NULL,
    analysis text NOT NULL,
    actions text NOT NULL,
    due_on date NOT NULL,
    submitted_on date NOT NULL,
    submitted_by text NOT NULL,
    reviewed_on date,
    review_finding text,
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT monthly_report_pkey PRIMARY KEY (county_code, id),
    CONSTRAINT monthly_report_school_key UNIQUE (county_code, school_id, month),
    CONSTRAINT monthly_report_school_fkey FOREIGN KEY (county_code, school_id) REFERENCES school (county_code, id),
    CONSTRAINT monthly_report_month_check CHECK (extract(day FROM month) = 1),
    CONSTRAINT monthly_report_review_check CHECK ((reviewed_on IS NULL) = (review_finding IS NULL))
  );
  CREATE INDEX monthly_report_month_idx ON monthly_report (county_code, month, id);
  CREATE TABLE indicator_snapshot (
    county_code varchar(6) NOT NULL,
    id uuid NOT NULL,
    code text NOT NULL,
    as_of date NOT NULL,
    numerator integer NOT NULL,
    denominator integer NOT NULL,
    value text,
    members jsonb NOT NULL,
    frozen_by text NOT NULL,
    frozen_at timestamptz NOT NULL,
    CONSTRAINT indicator_snapshot_pkey PRIMARY KEY (county_code, id),
    CONSTRAINT indicator_snapshot_code_check CHECK (code IN ('PRIMARY_NET_ENROLMENT', 'JUNIOR_NET_ENROLMENT', 'PRIMARY_GROSS_ENROLMENT',
      'JUNIOR_GROSS_ENROLMENT', 'NINE_YEAR_RETENTION', 'NINE_YEAR_RETENTION_ADJUSTED', 'ANNUAL_RETENTION', 'DROPOUT_RATE',
      'PRIMARY_PROMOTION_RATE', 'PERSUASION_RATE', 'CLOSURE_RATE', 'RELAPSE_RATE', 'OFF_CAMPUS_RATE', 'ON_TIME_REPORT_RATE',
      'AVERAGE_HANDLING_DAYS'))
  );
  CREATE INDEX indicator_snapshot_as_of_idx ON indicator_snapshot (county_code, as_of, id);`;

const SECURITY = [
  rowSecurity('monthly_report', { township: 'township_code', school: 'school_id' }, SERVICE),
  rowSecurity('indicator_snapshot', {}, SERVICE),
].join('');
