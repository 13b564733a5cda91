import type { MigrationInterface, QueryRunner } from 'typeorm';
import { throughChild } from './through-child.ts';

const SERVICE = 'special_education';

/** From the request to the decision (domain C2, C4): certificates, requests, committees, assessments, decisions, refusals. */
export class CreateAssessment1764300100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      [
        CERTIFICATE_RECORD,
        ASSESSMENT_REQUEST,
        ASSESSMENT_STEP,
        COMMITTEE_MEMBER,
        ASSESSMENT,
        PLACEMENT_DECISION,
        SCHOOL_REFUSAL,
      ].join(''),
    );
    await runner.query(SECURITY);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

const CERTIFICATE_RECORD = `
  CREATE TABLE certificate_record (
    county_code varchar(6) NOT NULL,
    id uuid NOT NULL,
    child_id uuid NOT NULL,
    status text NOT NULL,
    recorded_on date NOT NULL,
    document text,
    recorded_by text NOT NULL,
    CONSTRAINT certificate_record_pkey PRIMARY KEY (county_code, id),
    CONSTRAINT certificate_record_child_fkey FOREIGN KEY (county_code, child_id) REFERENCES disabled_child (county_code, id),
    CONSTRAINT certificate_record_status_check CHECK (status IN ('NONE', 'APPLYING', 'VALID', 'EXPIRED', 'REVOKED'))
  );
  CREATE INDEX certificate_record_child_idx ON certificate_record (county_code, child_id, recorded_on);`;

const ASSESSMENT_REQUEST = `
  CREATE TABLE assessment_request (
    county_code varchar(6) NOT NULL,
    id uuid NOT NULL,
    child_id uuid NOT NULL,
    requester text NOT NULL,
    reason text NOT NULL,
    state text NOT NULL,
    requested_on date NOT NULL,
    due_on date,
    review_on date,
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT assessment_request_pkey PRIMARY KEY (county_code, id),
    CONSTRAINT assessment_request_child_fkey FOREIGN KEY (county_code, child_id) REFERENCES disabled_child (county_code, id),
    CONSTRAINT assessment_request_requester_check CHECK (requester IN ('GUARDIAN', 'SCHOOL', 'BUREAU')),
    CONSTRAINT assessment_request_reason_check CHECK (reason IN ('NEW_ENTRY', 'TRANSFER', 'DISPUTE', 'REVIEW')),
    CONSTRAINT assessment_request_state_check CHECK (state IN ('REQUESTED', 'SCHEDULED', 'ASSESSED', 'ADVISED', 'DECIDED', 'NOTIFIED', 'ACCEPTED', 'APPEALED', 'EFFECTIVE', 'REVIEW_DUE', 'SUPERSEDED', 'WITHDRAWN')),
    CONSTRAINT assessment_request_due_check CHECK (due_on >= requested_on)
  );
  CREATE UNIQUE INDEX assessment_request_open_key ON assessment_request (county_code, child_id) WHERE state = ANY (ARRAY['REQUESTED'::text, 'SCHEDULED'::text, 'ASSESSED'::text, 'ADVISED'::text, 'DECIDED'::text, 'NOTIFIED'::text, 'ACCEPTED'::text, 'APPEALED'::text]);
  CREATE INDEX assessment_request_due_idx ON assessment_request (county_code, due_on, id);
  CREATE INDEX assessment_request_requested_idx ON assessment_request (county_code, requested_on, id);`;

const ASSESSMENT_STEP = `
  CREATE TABLE assessment_step (
    county_code varchar(6) NOT NULL,
    id uuid NOT NULL,
    request_id uuid NOT NULL,
    child_id uuid NOT NULL,
    act text NOT NULL,
    from_state text NOT NULL,
    to_state text NOT NULL,
    acted_on date NOT NULL,
    acted_at timestamptz NOT NULL,
    actor text NOT NULL,
    reason text,
    due_on date,
    CONSTRAINT assessment_step_pkey PRIMARY KEY (county_code, id),
    CONSTRAINT assessment_step_child_fkey FOREIGN KEY (county_code, child_id) REFERENCES disabled_child (county_code, id),
    CONSTRAINT assessment_step_request_fkey FOREIGN KEY (county_code, request_id) REFERENCES assessment_request (county_code, id),
    CONSTRAINT assessment_step_act_check CHECK (act IN ('SCHEDULE', 'ASSESS', 'ADVISE', 'DECIDE', 'NOTIFY', 'ACCEPT', 'APPEAL', 'REASSESS', 'UPHOLD', 'EFFECT', 'FALL_DUE', 'SUPERSEDE', 'WITHDRAW'))
  );
  CREATE INDEX assessment_step_request_idx ON assessment_step (county_code, request_id, acted_at);`;

const COMMITTEE_MEMBER = `
  CREATE TABLE committee_member (
    county_code varchar(6) NOT NULL,
    request_id uuid NOT NULL,
    subject text NOT NULL,
    child_id uuid NOT NULL,
    name text NOT NULL,
    expertise text NOT NULL,
    CONSTRAINT committee_member_pkey PRIMARY KEY (county_code, request_id, subject),
    CONSTRAINT committee_member_child_fkey FOREIGN KEY (county_code, child_id) REFERENCES disabled_child (county_code, id),
    CONSTRAINT committee_member_request_fkey FOREIGN KEY (county_code, request_id) REFERENCES assessment_request (county_code, id),
    CONSTRAINT committee_member_expertise_check CHECK (expertise IN ('EDUCATION', 'PSYCHOLOGY', 'REHABILITATION', 'SOCIAL_WORK', 'MEDICINE'))
  );
  CREATE INDEX committee_member_subject_idx ON committee_member (county_code, subject);`;

const ASSESSMENT = `
  CREATE TABLE assessment (
    county_code varchar(6) NOT NULL,
    request_id uuid NOT NULL,
    child_id uuid NOT NULL,
    assessed_on date NOT NULL,
    findings bytea NOT NULL,
    advice text,
    recommended_kind text NOT NULL,
    alternative_kinds text[] NOT NULL,
    valid_until date NOT NULL,
    written_by text NOT NULL,
    CONSTRAINT assessment_pkey PRIMARY KEY (county_code, request_id),
    CONSTRAINT assessment_child_fkey FOREIGN KEY (county_code, child_id) REFERENCES disabled_child (county_code, id),
    CONSTRAINT assessment_request_fkey FOREIGN KEY (county_code, request_id) REFERENCES assessment_request (county_code, id),
    CONSTRAINT assessment_kind_check CHECK (recommended_kind IN ('REGULAR_CLASS', 'SPECIAL_CLASS', 'SPECIAL_SCHOOL_COUNTY', 'SPECIAL_SCHOOL_EXTERNAL', 'HOME_TEACHING', 'DISTANCE', 'WELFARE_OR_REHAB_CLASS', 'DEFERRED', 'EXEMPT', 'VOCATIONAL', 'MOVED_OUT', 'COMPLETED')),
    CONSTRAINT assessment_valid_check CHECK (valid_until > assessed_on)
  );`;

const PLACEMENT_DECISION = `
  CREATE TABLE placement_decision (
    county_code varchar(6) NOT NULL,
    request_id uuid NOT NULL,
    child_id uuid NOT NULL,
    kind text NOT NULL,
    school_id uuid,
    external_school_name text,
    external_school_city text,
    starts_on date NOT NULL,
    expires_on date,
    decided_on date NOT NULL,
    document_number text NOT NULL,
    guardian_opinion text,
    external_confirmation text,
    decided_by text NOT NULL,
    CONSTRAINT placement_decision_pkey PRIMARY KEY (county_code, request_id),
    CONSTRAINT placement_decision_child_fkey FOREIGN KEY (county_code, child_id) REFERENCES disabled_child (county_code, id),
    CONSTRAINT placement_decision_request_fkey FOREIGN KEY (county_code, request_id) REFERENCES assessment_request (county_code, id),
    CONSTRAINT placement_decision_kind_check CHECK (kind IN ('REGULAR_CLASS', 'SPECIAL_CLASS', 'SPECIAL_SCHOOL_COUNTY', 'SPECIAL_SCHOOL_EXTERNAL', 'HOME_TEACHING', 'DISTANCE', 'WELFARE_OR_REHAB_CLASS', 'DEFERRED', 'EXEMPT', 'VOCATIONAL', 'MOVED_OUT', 'COMPLETED')),
    CONSTRAINT placement_decision_external_check CHECK (kind <> 'SPECIAL_SCHOOL_EXTERNAL' OR (external_school_name IS NOT NULL AND external_confirmation IS NOT NULL)),
    CONSTRAINT placement_decision_deferral_check CHECK ((kind = 'DEFERRED') = (expires_on IS NOT NULL) AND expires_on > starts_on)
  );`;

const SCHOOL_REFUSAL = `
  CREATE TABLE school_refusal (
    county_code varchar(6) NOT NULL,
    id uuid NOT NULL,
    child_id uuid NOT NULL,
    school_id uuid NOT NULL,
    refused_on date NOT NULL,
    reason text NOT NULL,
    recorded_by text NOT NULL,
    reported_on date,
    report_number text,
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT school_refusal_pkey PRIMARY KEY (county_code, id),
    CONSTRAINT school_refusal_once_key UNIQUE (county_code, child_id, school_id, refused_on),
    CONSTRAINT school_refusal_child_fkey FOREIGN KEY (county_code, child_id) REFERENCES disabled_child (county_code, id),
    CONSTRAINT school_refusal_report_check CHECK ((reported_on IS NULL) = (report_number IS NULL) AND reported_on >= refused_on)
  );
  CREATE INDEX school_refusal_refused_idx ON school_refusal (county_code, refused_on, id);`;

const SECURITY = [
  throughChild('certificate_record', SERVICE),
  throughChild('assessment_request', SERVICE),
  throughChild('assessment_step', SERVICE),
  throughChild('committee_member', SERVICE),
  throughChild('assessment', SERVICE),
  throughChild('placement_decision', SERVICE),
  throughChild('school_refusal', SERVICE),
].join('');
