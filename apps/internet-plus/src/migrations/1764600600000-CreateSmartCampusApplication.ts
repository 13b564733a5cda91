import { rowSecurity } from '@bureau/access';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const SERVICE = 'internet_plus';
const PLACE = { township: 'township_code', school: 'school_id' };

/** Applications for stars, their evidence, and what each dimension counts for. */
export class CreateSmartCampusApplication1764600600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SMART_CAMPUS_WEIGHT + SMART_CAMPUS_APPLICATION + SMART_CAMPUS_EVIDENCE + SECURITY);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

const SMART_CAMPUS_WEIGHT = `
  CREATE TABLE smart_campus_weight (
    county_code varchar(6) NOT NULL,
    id uuid NOT NULL,
    year smallint NOT NULL,
    dimension text NOT NULL,
    weight smallint NOT NULL,
    document text NOT NULL,
    CONSTRAINT smart_campus_weight_pkey PRIMARY KEY (county_code, id),
    CONSTRAINT smart_campus_weight_dimension_key UNIQUE (county_code, year, dimension),
    CONSTRAINT smart_campus_weight_dimension_check CHECK (dimension IN ('INFRASTRUCTURE', 'RESOURCES', 'APPLICATION', 'DEVELOPMENT', 'SUPPORT', 'DEMONSTRATION')),
    CONSTRAINT smart_campus_weight_weight_check CHECK (weight BETWEEN 0 AND 100),
    CONSTRAINT smart_campus_weight_year_check CHECK (year BETWEEN 1986 AND 2100),
    CONSTRAINT smart_campus_weight_document_check CHECK (document <> '')
  );`;

const SMART_CAMPUS_APPLICATION = `
  CREATE TABLE smart_campus_application (
    county_code varchar(6) NOT NULL,
    id uuid NOT NULL,
    school_id uuid NOT NULL,
    township_code varchar(9) NOT NULL,
    year smallint NOT NULL,
    target_stars smallint NOT NULL,
    state text NOT NULL,
    self_scores integer[],
    county_scores integer[],
    defence_score smallint,
    notice_from date,
    notice_until date,
    decided_on date,
    reason text,
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT smart_campus_application_pkey PRIMARY KEY (county_code, id),
    CONSTRAINT smart_campus_application_township_check CHECK (township_code ~ ('^' || county_code || '[0-9]{3}$')),
    CONSTRAINT smart_campus_application_state_check CHECK (state IN ('DRAFT', 'SUBMITTED', 'REVIEWED', 'DEFENDED', 'NOTICED', 'AWARDED', 'RECHECKED', 'REJECTED', 'REVOKED')),
    CONSTRAINT smart_campus_application_stars_check CHECK (target_stars BETWEEN 2 AND 5),
    CONSTRAINT smart_campus_application_year_check CHECK (year BETWEEN 1986 AND 2100),
    CONSTRAINT smart_campus_application_self_check CHECK (cardinality(self_scores) = 6 AND 0 <= ALL (self_scores) AND 100 >= ALL (self_scores)),
    CONSTRAINT smart_campus_application_county_check CHECK (cardinality(county_scores) = 6 AND 0 <= ALL (county_scores) AND 100 >= ALL (county_scores)),
    CONSTRAINT smart_campus_application_defence_check CHECK (defence_score BETWEEN 0 AND 100),
    CONSTRAINT smart_campus_application_notice_check CHECK ((notice_from IS NULL) = (notice_until IS NULL) AND notice_until > notice_from),
    CONSTRAINT smart_campus_application_order_check CHECK ((state = 'DRAFT' OR self_scores IS NOT NULL) AND (state NOT IN ('REVIEWED', 'DEFENDED', 'NOTICED', 'AWARDED', 'RECHECKED') OR county_scores IS NOT NULL) AND (state NOT IN ('NOTICED', 'AWARDED', 'RECHECKED') OR notice_until IS NOT NULL))
  );
  CREATE INDEX smart_campus_application_year_idx ON smart_campus_application (county_code, year, id);
  CREATE UNIQUE INDEX smart_campus_application_open_key ON smart_campus_application (county_code, school_id, year) WHERE state <> 'REJECTED';`;

const SMART_CAMPUS_EVIDENCE = `
  CREATE TABLE smart_campus_evidence (
    county_code varchar(6) NOT NULL,
    id uuid NOT NULL,
    school_id uuid NOT NULL,
    township_code varchar(9) NOT NULL,
    application_id uuid NOT NULL,
    dimension text NOT NULL,
    title text NOT NULL,
    link text NOT NULL,
    CONSTRAINT smart_campus_evidence_pkey PRIMARY KEY (county_code, id),
    CONSTRAINT smart_campus_evidence_title_key UNIQUE (county_code, application_id, dimension, title),
    CONSTRAINT smart_campus_evidence_application_fkey FOREIGN KEY (county_code, application_id) REFERENCES smart_campus_application (county_code, id),
    CONSTRAINT smart_campus_evidence_township_check CHECK (township_code ~ ('^' || county_code || '[0-9]{3}$')),
    CONSTRAINT smart_campus_evidence_dimension_check CHECK (dimension IN ('INFRASTRUCTURE', 'RESOURCES', 'APPLICATION', 'DEVELOPMENT', 'SUPPORT', 'DEMONSTRATION')),
    CONSTRAINT smart_campus_evidence_link_check CHECK (link ~ '^https?://[^[:space:]]+$'),
    CONSTRAINT smart_campus_evidence_title_check CHECK (title <> '')
  );`;

const SECURITY = [
  ...['smart_campus_application', 'smart_campus_evidence'].map((table) => rowSecurity(table, PLACE, SERVICE)),
  ...['smart_campus_weight'].map((table) => rowSecurity(table, {}, SERVICE)),
].join('');
