import { rowSecurity } from '@bureau/access';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { rosterSecurity } from './roster-security.ts';

const SERVICE = 'student_aid';
const PERSON = { township: 'township_code', school: 'school_id', class: 'class_id' };

/** Who is entitled to what: programmes completed, evidence, hardship, applications, notices. */
export class CreateGranting1764400100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      BEFORE +
        AID_FUNDING +
        AID_EXCLUSION +
        AID_ELIGIBILITY +
        SERVICE_STATION +
        EVIDENCE_CATEGORY +
        EVIDENCE_LIST +
        EVIDENCE_ENTRY +
        HARDSHIP_RECOGNITION +
        HARDSHIP_ADJUSTMENT +
        AID_APPLICATION +
        WAIVER_DECLARATION +
        PUBLIC_NOTICE +
        PUBLIC_NOTICE_ITEM +
        OBJECTION +
        WORKFLOW_STEP +
        SECURITY,
    );
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

const BEFORE = `
  CREATE EXTENSION IF NOT EXISTS intarray;
  ALTER TABLE aid_programme ADD COLUMN exclusions integer[] NOT NULL DEFAULT '{}';
  ALTER TABLE aid_programme ADD CONSTRAINT aid_programme_exclusions_key UNIQUE (county_code, code, exclusions);
  ALTER TABLE aid_award
    ADD COLUMN exclusions integer[] NOT NULL DEFAULT '{}',
    ADD COLUMN recognition_id uuid,
    ADD COLUMN application_id uuid,
    ADD COLUMN level text,
    ADD COLUMN categories text[],
    ADD COLUMN evidence_ids uuid[],
    ADD COLUMN roll_status text;
  ALTER TABLE aid_award
    ADD CONSTRAINT aid_award_level_check CHECK (level IN ('SPECIAL', 'HARD', 'GENERAL')),
    ADD CONSTRAINT aid_award_exclusions_fkey FOREIGN KEY (county_code, programme_code, exclusions)
      REFERENCES aid_programme (county_code, code, exclusions) ON UPDATE CASCADE,
    ADD CONSTRAINT aid_award_exclusive_excl EXCLUDE USING gist (county_code WITH =, student_id WITH =, school_year WITH =, season WITH =, exclusions gist__int_ops WITH &&)
      WHERE (cardinality(exclusions) > 0 AND state <> 'STOPPED');
`;

const AID_FUNDING = `
  CREATE TABLE aid_funding (
    county_code varchar(6) NOT NULL,
    programme_code text NOT NULL,
    valid_from_school_year smallint NOT NULL,
    valid_from_season text NOT NULL,
    central_permille smallint NOT NULL,
    region_permille smallint NOT NULL,
    city_permille smallint NOT NULL,
    county_permille smallint NOT NULL,
    charity_permille smallint NOT NULL,
    basis_document text NOT NULL,
    CONSTRAINT aid_funding_pkey PRIMARY KEY (county_code, programme_code, valid_from_school_year, valid_from_season),
    CONSTRAINT aid_funding_programme_fkey FOREIGN KEY (county_code, programme_code) REFERENCES aid_programme (county_code, code),
    CONSTRAINT aid_funding_season_check CHECK (valid_from_season IN ('AUTUMN', 'SPRING')),
    CONSTRAINT aid_funding_whole_check CHECK (least(central_permille, region_permille, city_permille, county_permille, charity_permille) >= 0 AND central_permille + region_permille + city_permille + county_permille + charity_permille = 1000)
  );
`;

const AID_EXCLUSION = `
  CREATE TABLE aid_exclusion (
    county_code varchar(6) NOT NULL,
    number integer NOT NULL,
    programme_a text NOT NULL,
    programme_b text NOT NULL,
    legal_basis text NOT NULL,
    CONSTRAINT aid_exclusion_pkey PRIMARY KEY (county_code, number),
    CONSTRAINT aid_exclusion_pair_key UNIQUE (county_code, programme_a, programme_b),
    CONSTRAINT aid_exclusion_programme_a_fkey FOREIGN KEY (county_code, programme_a) REFERENCES aid_programme (county_code, code),
    CONSTRAINT aid_exclusion_programme_b_fkey FOREIGN KEY (county_code, programme_b) REFERENCES aid_programme (county_code, code),
    CONSTRAINT aid_exclusion_pair_check CHECK (programme_a < programme_b)
  );
`;

const AID_ELIGIBILITY = `
  CREATE TABLE aid_eligibility (
    county_code varchar(6) NOT NULL,
    id uuid NOT NULL,
    programme_code text NOT NULL,
    category text,
    level text,
    boarding text,
    tier smallint NOT NULL,
    valid_from_school_year smallint NOT NULL,
    valid_from_season text NOT NULL,
    valid_to_school_year smallint,
    valid_to_season text,
    basis_document text NOT NULL,
    CONSTRAINT aid_eligibility_pkey PRIMARY KEY (county_code, id),
    CONSTRAINT aid_eligibility_programme_fkey FOREIGN KEY (county_code, programme_code) REFERENCES aid_programme (county_code, code),
    CONSTRAINT aid_eligibility_ground_check CHECK ((category IS NULL) <> (level IS NULL)),
    CONSTRAINT aid_eligibility_level_check CHECK (level IN ('SPECIAL', 'HARD', 'GENERAL')),
    CONSTRAINT aid_eligibility_boarding_check CHECK (boarding IN ('BOARDER', 'DAY')),
    CONSTRAINT aid_eligibility_tier_check CHECK (tier BETWEEN 1 AND 9),
    CONSTRAINT aid_eligibility_season_check CHECK (valid_from_season IN ('AUTUMN', 'SPRING') AND valid_to_season IN ('AUTUMN', 'SPRING')),
    CONSTRAINT aid_eligibility_last_term_check CHECK ((valid_to_school_year IS NULL) = (valid_to_season IS NULL))
  );
  CREATE INDEX aid_eligibility_programme_idx ON aid_eligibility (county_code, programme_code, category, level);
`;

const SERVICE_STATION = `
  CREATE TABLE service_station (
    county_code varchar(6) NOT NULL,
    code text NOT NULL,
    name text NOT NULL,
    township_code varchar(9) NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    CONSTRAINT service_station_pkey PRIMARY KEY (county_code, code),
    CONSTRAINT service_station_days_check CHECK (valid_to >= valid_from)
  );
`;

const EVIDENCE_CATEGORY = `
  CREATE TABLE evidence_category (
    county_code varchar(6) NOT NULL,
    code text NOT NULL,
    name text NOT NULL,
    source text NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    basis_document text NOT NULL,
    CONSTRAINT evidence_category_pkey PRIMARY KEY (county_code, code),
    CONSTRAINT evidence_category_source_check CHECK (source IN ('CIVIL_AFFAIRS', 'AGRICULTURE', 'DISABLED_FEDERATION', 'VETERANS')),
    CONSTRAINT evidence_category_code_check CHECK (code ~ '^[A-Z][A-Z0-9_]{1,47}$'),
    CONSTRAINT evidence_category_days_check CHECK (valid_to >= valid_from)
  );
`;

const EVIDENCE_LIST = `
  CREATE TABLE evidence_list (
    county_code varchar(6) NOT NULL,
    id uuid NOT NULL,
    source text NOT NULL,
    document_number text NOT NULL,
    listed_on date NOT NULL,
    is_complete boolean NOT NULL,
    content_hash bytea NOT NULL,
    state text NOT NULL,
    taken_by text NOT NULL,
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT evidence_list_pkey PRIMARY KEY (county_code, id),
    CONSTRAINT evidence_list_source_check CHECK (source IN ('CIVIL_AFFAIRS', 'AGRICULTURE', 'DISABLED_FEDERATION', 'VETERANS')),
    CONSTRAINT evidence_list_state_check CHECK (state IN ('VALIDATED', 'MATCHED', 'REVIEWED', 'APPLIED', 'DISCARDED'))
  );
  CREATE UNIQUE INDEX evidence_list_content_key ON evidence_list (county_code, content_hash) WHERE state <> 'DISCARDED'::text;
  CREATE INDEX evidence_list_listed_idx ON evidence_list (county_code, listed_on, id);
`;

const EVIDENCE_ENTRY = `
  CREATE TABLE evidence_entry (
    county_code varchar(6) NOT NULL,
    id uuid NOT NULL,
    list_id uuid NOT NULL,
    line_number integer NOT NULL,
    name text NOT NULL,
    identity_number bytea,
    identity_index varchar(64),
    born_on date,
    category text NOT NULL,
    household_id text,
    township_code varchar(9),
    valid_from date NOT NULL,
    valid_to date,
    match_state text NOT NULL,
    student_id uuid,
    candidate_ids uuid[] NOT NULL DEFAULT '{}',
    is_applied boolean NOT NULL DEFAULT false,
    ended_by_list_id uuid,
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT evidence_entry_pkey PRIMARY KEY (county_code, id),
    CONSTRAINT evidence_entry_line_key UNIQUE (county_code, list_id, line_number),
    CONSTRAINT evidence_entry_list_fkey FOREIGN KEY (county_code, list_id) REFERENCES evidence_list (county_code, id),
    CONSTRAINT evidence_entry_category_fkey FOREIGN KEY (county_code, category) REFERENCES evidence_category (county_code, code),
    CONSTRAINT evidence_entry_match_state_check CHECK (match_state IN ('UNMATCHED', 'MATCHED', 'DOUBTFUL', 'NOT_OURS', 'UNREADABLE')),
    CONSTRAINT evidence_entry_student_check CHECK ((student_id IS NOT NULL) = (match_state = 'MATCHED')),
    CONSTRAINT evidence_entry_identity_check CHECK ((identity_number IS NULL) = (identity_index IS NULL)),
    CONSTRAINT evidence_entry_days_check CHECK (valid_to >= valid_from)
  );
  CREATE INDEX evidence_entry_student_idx ON evidence_entry (county_code, student_id, category) WHERE is_applied;
  CREATE INDEX evidence_entry_identity_idx ON evidence_entry (county_code, identity_index);
  CREATE INDEX evidence_entry_open_idx ON evidence_entry (county_code, match_state, id);
`;

const HARDSHIP_RECOGNITION = `
  CREATE TABLE hardship_recognition (
    county_code varchar(6) NOT NULL,
    id uuid NOT NULL,
    student_id uuid NOT NULL,
    school_year smallint NOT NULL,
    school_id uuid NOT NULL,
    class_id uuid NOT NULL,
    township_code varchar(9) NOT NULL,
    level text NOT NULL,
    categories text[] NOT NULL,
    station_code text,
    consented_on date NOT NULL,
    filed_on date NOT NULL,
    state text NOT NULL,
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT hardship_recognition_pkey PRIMARY KEY (county_code, id),
    CONSTRAINT hardship_recognition_station_fkey FOREIGN KEY (county_code, station_code) REFERENCES service_station (county_code, code),
    CONSTRAINT hardship_recognition_level_check CHECK (level IN ('SPECIAL', 'HARD', 'GENERAL')),
    CONSTRAINT hardship_recognition_state_check CHECK (state IN ('DRAFT', 'SUBMITTED', 'CLASS_REVIEWED', 'SCHOOL_REVIEWED', 'PUBLICISED', 'SCHOOL_APPROVED', 'BUREAU_REVIEWED', 'BUREAU_PUBLICISED', 'APPROVED', 'AWARDED', 'REJECTED', 'WITHDRAWN')),
    CONSTRAINT hardship_recognition_days_check CHECK (consented_on <= filed_on)
  );
  CREATE UNIQUE INDEX hardship_recognition_live_key ON hardship_recognition (county_code, student_id, school_year) WHERE state <> ALL (ARRAY['REJECTED'::text, 'WITHDRAWN'::text]);
  CREATE INDEX hardship_recognition_filed_idx ON hardship_recognition (county_code, filed_on, id);
  CREATE INDEX hardship_recognition_school_idx ON hardship_recognition (county_code, school_id, class_id);
`;

const HARDSHIP_ADJUSTMENT = `
  CREATE TABLE hardship_adjustment (
    county_code varchar(6) NOT NULL,
    id uuid NOT NULL,
    recognition_id uuid NOT NULL,
    season text NOT NULL,
    level text,
    reason text NOT NULL,
    adjusted_by text NOT NULL,
    adjusted_at timestamptz NOT NULL,
    CONSTRAINT hardship_adjustment_pkey PRIMARY KEY (county_code, id),
    CONSTRAINT hardship_adjustment_term_key UNIQUE (county_code, recognition_id, season),
    CONSTRAINT hardship_adjustment_recognition_fkey FOREIGN KEY (county_code, recognition_id) REFERENCES hardship_recognition (county_code, id),
    CONSTRAINT hardship_adjustment_level_check CHECK (level IN ('SPECIAL', 'HARD', 'GENERAL')),
    CONSTRAINT hardship_adjustment_season_check CHECK (season IN ('AUTUMN', 'SPRING'))
  );
`;

const AID_APPLICATION = `
  CREATE TABLE aid_application (
    county_code varchar(6) NOT NULL,
    id uuid NOT NULL,
    student_id uuid NOT NULL,
    programme_code text NOT NULL,
    school_year smallint NOT NULL,
    season text NOT NULL,
    school_id uuid NOT NULL,
    class_id uuid NOT NULL,
    township_code varchar(9) NOT NULL,
    station_code text,
    filed_on date NOT NULL,
    state text NOT NULL,
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT aid_application_pkey PRIMARY KEY (county_code, id),
    CONSTRAINT aid_application_programme_fkey FOREIGN KEY (county_code, programme_code) REFERENCES aid_programme (county_code, code),
    CONSTRAINT aid_application_station_fkey FOREIGN KEY (county_code, station_code) REFERENCES service_station (county_code, code),
    CONSTRAINT aid_application_state_check CHECK (state IN ('DRAFT', 'SUBMITTED', 'CLASS_REVIEWED', 'SCHOOL_REVIEWED', 'PUBLICISED', 'SCHOOL_APPROVED', 'BUREAU_REVIEWED', 'BUREAU_PUBLICISED', 'APPROVED', 'AWARDED', 'REJECTED', 'WITHDRAWN')),
    CONSTRAINT aid_application_season_check CHECK (season IN ('AUTUMN', 'SPRING'))
  );
  CREATE UNIQUE INDEX aid_application_live_key ON aid_application (county_code, student_id, programme_code, school_year, season) WHERE state <> ALL (ARRAY['REJECTED'::text, 'WITHDRAWN'::text]);
  CREATE INDEX aid_application_filed_idx ON aid_application (county_code, filed_on, id);
  CREATE INDEX aid_application_term_idx ON aid_application (county_code, school_year, season, programme_code, state);
  CREATE INDEX aid_application_school_idx ON aid_application (county_code, school_id, class_id);
`;

const WAIVER_DECLARATION = `
  CREATE TABLE waiver_declaration (
    county_code varchar(6) NOT NULL,
    id uuid NOT NULL,
    student_id uuid NOT NULL,
    programme_code text NOT NULL,
    school_year smallint NOT NULL,
    season text NOT NULL,
    declared_on date NOT NULL,
    document text NOT NULL,
    CONSTRAINT waiver_declaration_pkey PRIMARY KEY (county_code, id),
    CONSTRAINT waiver_declaration_once_key UNIQUE (county_code, student_id, programme_code, school_year, season),
    CONSTRAINT waiver_declaration_programme_fkey FOREIGN KEY (county_code, programme_code) REFERENCES aid_programme (county_code, code),
    CONSTRAINT waiver_declaration_season_check CHECK (season IN ('AUTUMN', 'SPRING'))
  );
`;

const PUBLIC_NOTICE = `
  CREATE TABLE public_notice (
    county_code varchar(6) NOT NULL,
    id uuid NOT NULL,
    subject text NOT NULL,
    level text NOT NULL,
    school_id uuid,
    title text NOT NULL,
    body text NOT NULL,
    starts_on date NOT NULL,
    ends_on date NOT NULL,
    working_days smallint NOT NULL,
    posted_by text NOT NULL,
    posted_at timestamptz NOT NULL,
    CONSTRAINT public_notice_pkey PRIMARY KEY (county_code, id),
    CONSTRAINT public_notice_subject_check CHECK (subject IN ('HARDSHIP', 'APPLICATION')),
    CONSTRAINT public_notice_level_check CHECK (level IN ('SCHOOL', 'BUREAU')),
    CONSTRAINT public_notice_school_check CHECK (level = 'BUREAU' OR school_id IS NOT NULL),
    CONSTRAINT public_notice_days_check CHECK (ends_on >= starts_on AND working_days > 0)
  );
  CREATE INDEX public_notice_starts_idx ON public_notice (county_code, starts_on, id);
`;

const PUBLIC_NOTICE_ITEM = `
  CREATE TABLE public_notice_item (
    county_code varchar(6) NOT NULL,
    notice_id uuid NOT NULL,
    subject_id uuid NOT NULL,
    school_id uuid NOT NULL,
    shown_name text NOT NULL,
    shown_place text NOT NULL,
    shown_result text NOT NULL,
    CONSTRAINT public_notice_item_pkey PRIMARY KEY (county_code, notice_id, subject_id),
    CONSTRAINT public_notice_item_notice_fkey FOREIGN KEY (county_code, notice_id) REFERENCES public_notice (county_code, id)
  );
  CREATE INDEX public_notice_item_subject_idx ON public_notice_item (county_code, subject_id);
`;

const OBJECTION = `
  CREATE TABLE objection (
    county_code varchar(6) NOT NULL,
    id uuid NOT NULL,
    notice_id uuid NOT NULL,
    subject_id uuid NOT NULL,
    school_id uuid NOT NULL,
    raised_on date NOT NULL,
    statement text NOT NULL,
    state text NOT NULL,
    finding text,
    decided_on date,
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT objection_pkey PRIMARY KEY (county_code, id),
    CONSTRAINT objection_item_fkey FOREIGN KEY (county_code, notice_id, subject_id) REFERENCES public_notice_item (county_code, notice_id, subject_id),
    CONSTRAINT objection_state_check CHECK (state IN ('OPEN', 'INVESTIGATED', 'UPHELD', 'OVERRULED')),
    CONSTRAINT objection_decided_check CHECK ((decided_on IS NOT NULL) = (state IN ('UPHELD', 'OVERRULED'))),
    CONSTRAINT objection_finding_check CHECK (state = 'OPEN' OR finding IS NOT NULL)
  );
  CREATE INDEX objection_subject_idx ON objection (county_code, subject_id);
`;

const WORKFLOW_STEP = `
  CREATE TABLE workflow_step (
    county_code varchar(6) NOT NULL,
    id uuid NOT NULL,
    subject text NOT NULL,
    subject_id uuid NOT NULL,
    act text NOT NULL,
    from_state text NOT NULL,
    to_state text NOT NULL,
    taken_by text NOT NULL,
    taken_at timestamptz NOT NULL,
    note text,
    CONSTRAINT workflow_step_pkey PRIMARY KEY (county_code, id)
  );
  CREATE INDEX workflow_step_subject_idx ON workflow_step (county_code, subject_id, id);
`;

const SECURITY = [
  rowSecurity('aid_funding', {}, SERVICE),
  rowSecurity('aid_exclusion', {}, SERVICE),
  rowSecurity('aid_eligibility', {}, SERVICE),
  rowSecurity('service_station', {}, SERVICE),
  rowSecurity('evidence_category', {}, SERVICE),
  rowSecurity('evidence_list', {}, SERVICE),
  rowSecurity('evidence_entry', {}, SERVICE),
  rowSecurity('hardship_recognition', PERSON, SERVICE),
  rowSecurity('hardship_adjustment', {}, SERVICE),
  rowSecurity('aid_application', PERSON, SERVICE),
  rosterSecurity('waiver_declaration', SERVICE),
  rowSecurity('public_notice', { school: 'school_id' }, SERVICE),
  rowSecurity('public_notice_item', { school: 'school_id' }, SERVICE),
  rowSecurity('objection', { school: 'school_id' }, SERVICE),
  rowSecurity('workflow_step', {}, SERVICE),
].join('');
