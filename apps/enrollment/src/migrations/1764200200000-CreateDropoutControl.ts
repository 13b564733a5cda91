import { rowSecurity } from '@bureau/access';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const SERVICE = 'enrollment';

/** School days and roll-calls; the whole way of a dropout case, its papers and what is done in it. */
export class CreateDropoutControl1764200200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(ATTENDANCE + DROPOUT_CASE + CASE_ACTION + LEGAL_DOCUMENT + SECURITY);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

const ATTENDANCE = `
  CREATE TABLE school_term (
    county_code varchar(6) NOT NULL,
    school_year smallint NOT NULL,
    season text NOT NULL,
    starts_on date NOT NULL,
    ends_on date NOT NULL,
    document text NOT NULL,
    CONSTRAINT school_term_pkey PRIMARY KEY (county_code, school_year, season),
    CONSTRAINT school_term_season_check CHECK (season IN ('AUTUMN', 'SPRING')),
    CONSTRAINT school_term_dates_check CHECK (ends_on > starts_on)
  );
  CREATE TABLE school_day (
    county_code varchar(6) NOT NULL,
    day date NOT NULL,
    CONSTRAINT school_day_pkey PRIMARY KEY (county_code, day)
  );
  CREATE TABLE roll_call (
    county_code varchar(6) NOT NULL,
    id uuid NOT NULL,
    class_id uuid NOT NULL,
    school_id uuid NOT NULL,
    township_code varchar(9) NOT NULL,
    day date NOT NULL,
    expected smallint NOT NULL,
    taken_by text NOT NULL,
    taken_at timestamptz NOT NULL,
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT roll_call_pkey PRIMARY KEY (county_code, id),
    CONSTRAINT roll_call_class_key UNIQUE (county_code, class_id, day),
    CONSTRAINT roll_call_class_fkey FOREIGN KEY (county_code, class_id, school_id) REFERENCES school_class (county_code, id, school_id),
    CONSTRAINT roll_call_school_day_fkey FOREIGN KEY (county_code, day) REFERENCES school_day (county_code, day)
  );
  CREATE INDEX roll_call_school_idx ON roll_call (county_code, school_id, day, id);
  CREATE TABLE absence (
    county_code varchar(6) NOT NULL,
    id uuid NOT NULL,
    roll_call_id uuid NOT NULL,
    student_id uuid NOT NULL,
    class_id uuid NOT NULL,
    school_id uuid NOT NULL,
    township_code varchar(9) NOT NULL,
    day date NOT NULL,
    kind text NOT NULL,
    note text,
    recorded_by text NOT NULL,
    recorded_at timestamptz NOT NULL,
    superseded_at timestamptz,
    CONSTRAINT absence_pkey PRIMARY KEY (county_code, id),
    CONSTRAINT absence_roll_call_fkey FOREIGN KEY (county_code, roll_call_id) REFERENCES roll_call (county_code, id),
    CONSTRAINT absence_student_fkey FOREIGN KEY (county_code, student_id) REFERENCES student (county_code, id),
    CONSTRAINT absence_kind_check CHECK (kind IN ('PRESENT', 'LATE', 'SICK', 'PERSONAL', 'OFFICIAL', 'HOME_TEACHING', 'UNEXCUSED'))
  );
  CREATE UNIQUE INDEX absence_standing_key ON absence (county_code, student_id, day) WHERE superseded_at IS NULL;
  CREATE INDEX absence_roll_call_idx ON absence (county_code, roll_call_id, id);`;

const DROPOUT_CASE = `
  ALTER TABLE dropout_case
    ADD COLUMN is_suspicion boolean NOT NULL DEFAULT true,
    ADD COLUMN discovered_by text NOT NULL DEFAULT 'SCHOOL_REPORT',
    ADD COLUMN stage_since date,
    ADD COLUMN due_on date,
    ADD COLUMN risk text NOT NULL DEFAULT 'GREEN',
    ADD COLUMN former_school_id uuid,
    ADD COLUMN return_placement text,
    ADD COLUMN resolution text,
    ADD COLUMN proof text,
    ADD COLUMN withdrawn_by text,
    ADD COLUMN closed_on date,
    ADD COLUMN relapses smallint NOT NULL DEFAULT 0;
  UPDATE dropout_case SET resolution = 'FALSE_ALARM', proof = '未记录' WHERE stage = 'OTHER_RESOLVED';
  UPDATE dropout_case SET closed_on = coalesce(returned_on, suspected_on), proof = '未记录' WHERE stage = 'CLOSED';
  ALTER TABLE dropout_case
    ADD CONSTRAINT dropout_case_discovered_by_check CHECK (discovered_by IN ('ROLL_CALL', 'TERM_START_NO_SHOW', 'MONTHLY_ANALYSIS', 'HOME_VISIT', 'SUSPENSION_EXPIRED', 'TRANSFER_NOT_COMPLETED', 'HANDOVER_NOT_ARRIVED', 'MATCHING', 'POLICE_OR_CIVIL_AFFAIRS', 'HOTLINE', 'INSPECTION', 'SCHOOL_REPORT')),
    ADD CONSTRAINT dropout_case_risk_check CHECK (risk IN ('GREEN', 'YELLOW', 'ORANGE', 'RED')),
    ADD CONSTRAINT dropout_case_return_placement_check CHECK (return_placement IN ('ORIGINAL_CLASS', 'SEPARATE_CLASS', 'REGULAR_CLASS', 'HOME_TEACHING', 'VOCATIONAL_CLASS', 'ONLINE')),
    ADD CONSTRAINT dropout_case_resolution_check CHECK (resolution IN ('TRANSFERRED', 'STUDIES_ELSEWHERE', 'SUSPENDED', 'ABROAD', 'DECEASED', 'HOME_TEACHING', 'HOUSEHOLD_MOVED_AWAY', 'COMPLETED_NINE_YEARS', 'OVER_AGE', 'FALSE_ALARM')),
    ADD CONSTRAINT dropout_case_resolved_check CHECK (stage <> 'OTHER_RESOLVED' OR (resolution IS NOT NULL AND proof IS NOT NULL)),
    ADD CONSTRAINT dropout_case_closed_check CHECK (stage <> 'CLOSED' OR (closed_on IS NOT NULL AND proof IS NOT NULL));
  CREATE INDEX dropout_case_student_idx ON dropout_case (county_code, student_id, id);
  DROP POLICY actor_reach ON dropout_case;`;

const CASE_ACTION = `
  CREATE TABLE case_action (
    county_code varchar(6) NOT NULL,
    id uuid NOT NULL,
    dropout_case_id uuid NOT NULL,
    kind text NOT NULL,
    happened_on date NOT NULL,
    channel text,
    place text,
    participants text[] NOT NULL,
    guardian_attitude text,
    student_wish text,
    commitment text,
    referral text,
    words text NOT NULL,
    from_stage text,
    to_stage text,
    approved_by text,
    recorded_by text NOT NULL,
    recorded_at timestamptz NOT NULL,
    CONSTRAINT case_action_pkey PRIMARY KEY (county_code, id),
    CONSTRAINT case_action_case_fkey FOREIGN KEY (county_code, dropout_case_id) REFERENCES dropout_case (county_code, id),
    CONSTRAINT case_action_kind_check CHECK (kind IN ('CONTACT', 'PERSUASION', 'REFERRAL', 'WELFARE_NOTE', 'STAGE')),
    CONSTRAINT case_action_channel_check CHECK (channel IN ('PHONE', 'ONLINE', 'HOME_VISIT', 'JOINT_VISIT', 'LETTER', 'MEETING')),
    CONSTRAINT case_action_referral_check CHECK ((kind = 'REFERRAL') = (referral IS NOT NULL)),
    CONSTRAINT case_action_referral_list_check CHECK (referral IN ('POLICE_TRACING', 'CHILD_LABOUR_INSPECTION', 'INTERNET_CAFE_INSPECTION', 'MARKET_INSPECTION', 'PSYCHOLOGICAL_COUNSELLING', 'STUDENT_AID', 'CIVIL_AFFAIRS')),
    CONSTRAINT case_action_stage_check CHECK ((kind = 'STAGE') = (to_stage IS NOT NULL))
  );
  CREATE INDEX case_action_case_idx ON case_action (county_code, dropout_case_id, id);
  CREATE TABLE dropout_registration (
    county_code varchar(6) NOT NULL,
    dropout_case_id uuid NOT NULL,
    whereabouts text NOT NULL,
    work_place text,
    school_opinion text NOT NULL,
    village_opinion text,
    township_opinion text,
    bureau_opinion text,
    filled_on date NOT NULL,
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT dropout_registration_pkey PRIMARY KEY (county_code, dropout_case_id),
    CONSTRAINT dropout_registration_case_fkey FOREIGN KEY (county_code, dropout_case_id) REFERENCES dropout_case (county_code, id),
    CONSTRAINT dropout_registration_whereabouts_check CHECK (whereabouts IN ('WORKING', 'AT_HOME', 'MOVING_ABOUT', 'LOST_CONTACT'))
  );
  CREATE TABLE school_alert (
    county_code varchar(6) NOT NULL,
    id uuid NOT NULL,
    kind text NOT NULL,
    school_id uuid NOT NULL,
    class_id uuid NOT NULL,
    township_code varchar(9) NOT NULL,
    dropout_case_id uuid NOT NULL,
    raised_on date NOT NULL,
    answered_on date,
    answer text,
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT school_alert_pkey PRIMARY KEY (county_code, id),
    CONSTRAINT school_alert_case_key UNIQUE (county_code, dropout_case_id, kind),
    CONSTRAINT school_alert_case_fkey FOREIGN KEY (county_code, dropout_case_id) REFERENCES dropout_case (county_code, id),
    CONSTRAINT school_alert_kind_check CHECK (kind IN ('BULLYING')),
    CONSTRAINT school_alert_answer_check CHECK ((answered_on IS NULL) = (answer IS NULL) AND answered_on >= raised_on)
  );
  CREATE INDEX school_alert_raised_idx ON school_alert (county_code, raised_on, id);`;

const LEGAL_DOCUMENT = `
  CREATE TABLE legal_document (
    county_code varchar(6) NOT NULL,
    id uuid NOT NULL,
    dropout_case_id uuid NOT NULL,
    kind text NOT NULL,
    issuer text NOT NULL,
    issuer_code varchar(9) NOT NULL,
    year smallint NOT NULL,
    serial integer NOT NULL,
    legal_basis text NOT NULL,
    issued_on date NOT NULL,
    limit_days smallint,
    due_on date,
    amount_fen bigint,
    served_on date,
    served_how text,
    served_to text,
    recorded_by text NOT NULL,
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT legal_document_pkey PRIMARY KEY (county_code, id),
    CONSTRAINT legal_document_number_key UNIQUE (county_code, issuer, issuer_code, year, serial),
    CONSTRAINT legal_document_case_fkey FOREIGN KEY (county_code, dropout_case_id) REFERENCES dropout_case (county_code, id),
    CONSTRAINT legal_document_kind_check CHECK (kind IN ('NOTICE', 'PENALTY_PRENOTICE', 'PENALTY_DECISION', 'DEMAND', 'ENFORCEMENT_APPLICATION', 'CIVIL_COMPLAINT', 'COURT_RULING', 'MEDIATION_AGREEMENT', 'FAMILY_EDUCATION_ORDER', 'GUARDIAN_CONTRACT')),
    CONSTRAINT legal_document_issuer_check CHECK (issuer IN ('TOWNSHIP', 'BUREAU', 'COURT')),
    CONSTRAINT legal_document_served_how_check CHECK (served_how IN ('IN_PERSON', 'LEFT_AT_HOME', 'MAIL', 'ENTRUSTED', 'PUBLIC_NOTICE')),
    CONSTRAINT legal_document_served_check CHECK ((served_on IS NULL) = (served_how IS NULL) AND served_on >= issued_on),
    CONSTRAINT legal_document_serial_check CHECK (serial >= 1),
    CONSTRAINT legal_document_amount_check CHECK (amount_fen > 0)
  );
  CREATE INDEX legal_document_case_idx ON legal_document (county_code, dropout_case_id, id);
  CREATE TABLE document_counter (
    county_code varchar(6) NOT NULL,
    issuer text NOT NULL,
    issuer_code varchar(9) NOT NULL,
    year smallint NOT NULL,
    last integer NOT NULL,
    CONSTRAINT document_counter_pkey PRIMARY KEY (county_code, issuer, issuer_code, year)
  );`;

/** Who sees a case sees what belongs to it. */
const ofCase = (table: string) => `
  ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
  CREATE POLICY actor_reach ON ${table} TO ${SERVICE} USING (
    county_code = (SELECT current_setting('bureau.county', true))
    AND EXISTS (SELECT FROM dropout_case AS c WHERE c.county_code = ${table}.county_code AND c.id = dropout_case_id)
  );
  GRANT SELECT, INSERT, UPDATE ON ${table} TO ${SERVICE};`;

const CLASS = { township: 'township_code', school: 'school_id', class: 'class_id' };
const SECURITY = [
  rowSecurity('school_term', {}, SERVICE),
  rowSecurity('school_day', {}, SERVICE),
  rowSecurity('roll_call', CLASS, SERVICE),
  rowSecurity('absence', CLASS, SERVICE),
  rowSecurity('dropout_case', { ...CLASS, school: ['school_id', 'former_school_id'] }, SERVICE),
  ofCase('case_action'),
  ofCase('dropout_registration'),
  rowSecurity('school_alert', CLASS, SERVICE),
  ofCase('legal_document'),
  rowSecurity('document_counter', {}, SERVICE),
].join('');
