import { rowSecurity } from '@bureau/access';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const SERVICE = 'internet_plus';
const PLACE = { township: 'township_code', school: 'school_id' };

/** Pairs of schools, their lessons, and the subjects that these stand in for. */
export class CreateThreeClassrooms1764600200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      CLASSROOM_PAIRING +
        PAIRING_RECEIVER +
        LESSON_SESSION +
        SESSION_PARTY +
        REQUIRED_SUBJECT +
        SUBJECT_SHORTAGE +
        SECURITY +
        BESIDES,
    );
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

const CLASSROOM_PAIRING = `
  CREATE TABLE classroom_pairing (
    county_code varchar(6) NOT NULL,
    id uuid NOT NULL,
    lead_school_id uuid NOT NULL,
    kind text NOT NULL,
    subjects text[] NOT NULL,
    weekly_sessions smallint NOT NULL,
    starts_on date NOT NULL,
    ends_on date,
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT classroom_pairing_pkey PRIMARY KEY (county_code, id),
    CONSTRAINT classroom_pairing_lead_key UNIQUE (county_code, id, lead_school_id),
    CONSTRAINT classroom_pairing_kind_check CHECK (kind IN ('DELIVERY', 'FAMOUS_TEACHER', 'FAMOUS_SCHOOL')),
    CONSTRAINT classroom_pairing_weekly_check CHECK (weekly_sessions BETWEEN 1 AND 40),
    CONSTRAINT classroom_pairing_subjects_check CHECK (cardinality(subjects) > 0),
    CONSTRAINT classroom_pairing_dates_check CHECK (ends_on >= starts_on)
  );
  CREATE INDEX classroom_pairing_starts_idx ON classroom_pairing (county_code, starts_on, id);`;

const PAIRING_RECEIVER = `
  CREATE TABLE pairing_receiver (
    county_code varchar(6) NOT NULL,
    id uuid NOT NULL,
    school_id uuid NOT NULL,
    township_code varchar(9) NOT NULL,
    pairing_id uuid NOT NULL,
    lead_school_id uuid NOT NULL,
    CONSTRAINT pairing_receiver_pkey PRIMARY KEY (county_code, id),
    CONSTRAINT pairing_receiver_school_key UNIQUE (county_code, pairing_id, school_id),
    CONSTRAINT pairing_receiver_pairing_fkey FOREIGN KEY (county_code, pairing_id, lead_school_id) REFERENCES classroom_pairing (county_code, id, lead_school_id),
    CONSTRAINT pairing_receiver_township_check CHECK (township_code ~ ('^' || county_code || '[0-9]{3}$')),
    CONSTRAINT pairing_receiver_other_check CHECK (school_id <> lead_school_id)
  );`;

const LESSON_SESSION = `
  CREATE TABLE lesson_session (
    county_code varchar(6) NOT NULL,
    id uuid NOT NULL,
    pairing_id uuid NOT NULL,
    lead_school_id uuid NOT NULL,
    kind text NOT NULL,
    mode text NOT NULL,
    subject text NOT NULL,
    grade smallint NOT NULL,
    held_on date NOT NULL,
    starts_at time NOT NULL,
    ends_at time NOT NULL,
    minutes smallint NOT NULL,
    state text NOT NULL,
    reason text,
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT lesson_session_pkey PRIMARY KEY (county_code, id),
    CONSTRAINT lesson_session_lead_key UNIQUE (county_code, id, lead_school_id),
    CONSTRAINT lesson_session_pairing_fkey FOREIGN KEY (county_code, pairing_id, lead_school_id) REFERENCES classroom_pairing (county_code, id, lead_school_id),
    CONSTRAINT lesson_session_kind_check CHECK (kind IN ('DELIVERY', 'FAMOUS_TEACHER', 'FAMOUS_SCHOOL')),
    CONSTRAINT lesson_session_mode_check CHECK (mode IN ('SYNC', 'ASYNC')),
    CONSTRAINT lesson_session_state_check CHECK (state IN ('PLANNED', 'HELD', 'CANCELLED')),
    CONSTRAINT lesson_session_times_check CHECK (ends_at > starts_at AND minutes = extract(epoch FROM ends_at - starts_at) / 60),
    CONSTRAINT lesson_session_grade_check CHECK (grade BETWEEN 1 AND 12),
    CONSTRAINT lesson_session_reason_check CHECK ((state = 'CANCELLED') = (reason IS NOT NULL)),
    CONSTRAINT lesson_session_subject_check CHECK (subject <> '')
  );
  CREATE INDEX lesson_session_held_idx ON lesson_session (county_code, held_on, id);
  CREATE INDEX lesson_session_pairing_idx ON lesson_session (county_code, pairing_id, held_on);`;

const SESSION_PARTY = `
  CREATE TABLE session_party (
    county_code varchar(6) NOT NULL,
    id uuid NOT NULL,
    school_id uuid NOT NULL,
    township_code varchar(9) NOT NULL,
    session_id uuid NOT NULL,
    lead_school_id uuid NOT NULL,
    role text NOT NULL,
    room text NOT NULL,
    class_name text NOT NULL,
    held_on date NOT NULL,
    starts_at time NOT NULL,
    ends_at time NOT NULL,
    is_cancelled boolean NOT NULL,
    was_present boolean,
    attendance smallint,
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT session_party_pkey PRIMARY KEY (county_code, id),
    CONSTRAINT session_party_school_key UNIQUE (county_code, session_id, school_id),
    CONSTRAINT session_party_session_fkey FOREIGN KEY (county_code, session_id, lead_school_id) REFERENCES lesson_session (county_code, id, lead_school_id),
    CONSTRAINT session_party_room_excl EXCLUDE USING gist (county_code WITH =, school_id WITH =, room WITH =, tsrange(held_on + starts_at, held_on + ends_at) WITH &&) WHERE (NOT is_cancelled),
    CONSTRAINT session_party_class_excl EXCLUDE USING gist (county_code WITH =, school_id WITH =, class_name WITH =, tsrange(held_on + starts_at, held_on + ends_at) WITH &&) WHERE (NOT is_cancelled),
    CONSTRAINT session_party_township_check CHECK (township_code ~ ('^' || county_code || '[0-9]{3}$')),
    CONSTRAINT session_party_role_check CHECK (role IN ('LEAD', 'RECEIVER')),
    CONSTRAINT session_party_attendance_check CHECK (attendance BETWEEN 0 AND 1000),
    CONSTRAINT session_party_words_check CHECK (room <> '' AND class_name <> ''),
    CONSTRAINT session_party_lead_check CHECK ((role = 'LEAD') = (school_id = lead_school_id))
  );`;

const REQUIRED_SUBJECT = `
  CREATE TABLE required_subject (
    county_code varchar(6) NOT NULL,
    id uuid NOT NULL,
    subject text NOT NULL,
    grade_from smallint NOT NULL,
    grade_to smallint NOT NULL,
    weekly_lessons smallint NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    document text NOT NULL,
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT required_subject_pkey PRIMARY KEY (county_code, id),
    CONSTRAINT required_subject_from_key UNIQUE (county_code, subject, grade_from, valid_from),
    CONSTRAINT required_subject_grades_check CHECK (grade_from BETWEEN 1 AND 12 AND grade_to BETWEEN grade_from AND 12),
    CONSTRAINT required_subject_weekly_check CHECK (weekly_lessons BETWEEN 1 AND 20),
    CONSTRAINT required_subject_dates_check CHECK (valid_to > valid_from),
    CONSTRAINT required_subject_words_check CHECK (subject <> '' AND document <> '')
  );`;

const SUBJECT_SHORTAGE = `
  CREATE TABLE subject_shortage (
    county_code varchar(6) NOT NULL,
    id uuid NOT NULL,
    school_id uuid NOT NULL,
    township_code varchar(9) NOT NULL,
    school_year smallint NOT NULL,
    grade smallint NOT NULL,
    subject text NOT NULL,
    reason text NOT NULL,
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT subject_shortage_pkey PRIMARY KEY (county_code, id),
    CONSTRAINT subject_shortage_subject_key UNIQUE (county_code, school_id, school_year, grade, subject),
    CONSTRAINT subject_shortage_township_check CHECK (township_code ~ ('^' || county_code || '[0-9]{3}$')),
    CONSTRAINT subject_shortage_grade_check CHECK (grade BETWEEN 1 AND 12),
    CONSTRAINT subject_shortage_year_check CHECK (school_year BETWEEN 1986 AND 2100),
    CONSTRAINT subject_shortage_words_check CHECK (subject <> '' AND reason <> '')
  );`;

const BESIDES = `
  CREATE POLICY parties ON pairing_receiver AS RESTRICTIVE TO internet_plus USING (
    (SELECT current_setting('bureau.township', true) = '' AND current_setting('bureau.school', true) = '')
    OR school_id IN (SELECT id FROM school_roster) OR lead_school_id IN (SELECT id FROM school_roster)
  );
  CREATE POLICY parties ON session_party AS RESTRICTIVE TO internet_plus USING (
    (SELECT current_setting('bureau.township', true) = '' AND current_setting('bureau.school', true) = '')
    OR school_id IN (SELECT id FROM school_roster) OR lead_school_id IN (SELECT id FROM school_roster)
  );
  CREATE POLICY parties ON classroom_pairing AS RESTRICTIVE TO internet_plus USING (
    (SELECT current_setting('bureau.township', true) = '' AND current_setting('bureau.school', true) = '')
    OR lead_school_id IN (SELECT id FROM school_roster) OR EXISTS (SELECT FROM pairing_receiver other WHERE other.county_code = classroom_pairing.county_code AND other.pairing_id = classroom_pairing.id)
  );
  CREATE POLICY parties ON lesson_session AS RESTRICTIVE TO internet_plus USING (
    (SELECT current_setting('bureau.township', true) = '' AND current_setting('bureau.school', true) = '')
    OR lead_school_id IN (SELECT id FROM school_roster) OR EXISTS (SELECT FROM session_party other WHERE other.county_code = lesson_session.county_code AND other.session_id = lesson_session.id)
  );
`;

const SECURITY = [
  ...['subject_shortage'].map((table) => rowSecurity(table, PLACE, SERVICE)),
  ...['required_subject'].map((table) => rowSecurity(table, {}, SERVICE)),
  rowSecurity('classroom_pairing', {}, SERVICE),
  rowSecurity('pairing_receiver', {}, SERVICE),
  rowSecurity('lesson_session', {}, SERVICE),
  rowSecurity('session_party', {}, SERVICE),
].join('');
