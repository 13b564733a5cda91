import { rowSecurity } from '@bureau/access';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const SERVICE = 'student_aid';

/** What the pre-audit finds, and what other counties' lists say. */
export class CreateAudit1764500300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES + SECURITY);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

const TABLES = `
  CREATE TABLE audit_finding (
    county_code varchar(6) NOT NULL,
    id uuid NOT NULL,
    rule varchar(3) NOT NULL,
    severity text NOT NULL,
    subject text NOT NULL,
    subject_id uuid NOT NULL,
    batch_id uuid,
    school_id uuid,
    evidence jsonb NOT NULL,
    state text NOT NULL,
    answered_by text,
    answer text,
    found_at timestamptz NOT NULL,
    run_id uuid NOT NULL,
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT audit_finding_pkey PRIMARY KEY (county_code, id),
    CONSTRAINT audit_finding_batch_fkey FOREIGN KEY (county_code, batch_id) REFERENCES disbursement_batch (county_code, id),
    CONSTRAINT audit_finding_rule_check CHECK (rule ~ '^A([1-9]|1[0-9]|20)$'),
    CONSTRAINT audit_finding_severity_check CHECK (severity IN ('BLOCK', 'WARN')),
    CONSTRAINT audit_finding_subject_check CHECK (subject IN ('PAYMENT', 'SCHOOL', 'FUND', 'CHILD')),
    CONSTRAINT audit_finding_state_check CHECK (state IN ('OPEN', 'EXPLAINED', 'FIXED', 'ACCEPTED')),
    CONSTRAINT audit_finding_answer_check CHECK ((answered_by IS NULL) = (answer IS NULL) AND (state IN ('OPEN', 'FIXED') OR answer IS NOT NULL))
  );
  CREATE UNIQUE INDEX audit_finding_batch_key ON audit_finding (county_code, batch_id, rule, subject_id) WHERE batch_id IS NOT NULL;
  CREATE UNIQUE INDEX audit_finding_county_key ON audit_finding (county_code, rule, subject_id) WHERE batch_id IS NULL;
  CREATE INDEX audit_finding_found_idx ON audit_finding (county_code, found_at, id);

  CREATE TABLE award_elsewhere (
    county_code varchar(6) NOT NULL,
    identity_index varchar(64) NOT NULL,
    programme_code text NOT NULL,
    school_year smallint NOT NULL,
    season text NOT NULL,
    other_county varchar(6) NOT NULL,
    document text NOT NULL,
    CONSTRAINT award_elsewhere_pkey PRIMARY KEY (county_code, identity_index, programme_code, school_year, season),
    CONSTRAINT award_elsewhere_county_check CHECK (other_county <> county_code)
  );`;

const SECURITY = `
  ${rowSecurity('audit_finding', { school: 'school_id' }, SERVICE)}
  ${rowSecurity('award_elsewhere', {}, SERVICE)}
  REVOKE DELETE ON audit_finding FROM ${SERVICE};
`;
