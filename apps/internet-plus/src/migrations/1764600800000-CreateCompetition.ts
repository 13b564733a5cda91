import { rowSecurity } from '@bureau/access';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const SERVICE = 'internet_plus';
const PLACE = { township: 'township_code', school: 'school_id' };

/** Competitions: tracks, rounds, entries, judges, scores, results, appeals. */
export class CreateCompetition1764600800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      COMPETITION +
        COMPETITION_TRACK +
        COMPETITION_ROUND +
        COMPETITION_ENTRY +
        COMPETITION_JUDGE +
        COMPETITION_SCORE +
        ROUND_RESULT +
        COMPETITION_APPEAL +
        SECURITY,
    );
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

const COMPETITION = `
  CREATE TABLE competition (
    county_code varchar(6) NOT NULL,
    id uuid NOT NULL,
    name text NOT NULL,
    year smallint NOT NULL,
    first_awards smallint NOT NULL,
    second_awards smallint NOT NULL,
    third_awards smallint NOT NULL,
    promotes smallint NOT NULL,
    last_number integer NOT NULL,
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT competition_pkey PRIMARY KEY (county_code, id),
    CONSTRAINT competition_name_key UNIQUE (county_code, year, name),
    CONSTRAINT competition_name_check CHECK (name <> ''),
    CONSTRAINT competition_year_check CHECK (year BETWEEN 1986 AND 2100),
    CONSTRAINT competition_awards_check CHECK (first_awards >= 0 AND second_awards >= 0 AND third_awards >= 0 AND promotes >= 0)
  );`;

const COMPETITION_TRACK = `
  CREATE TABLE competition_track (
    county_code varchar(6) NOT NULL,
    id uuid NOT NULL,
    competition_id uuid NOT NULL,
    name text NOT NULL,
    is_blind boolean NOT NULL,
    media_types text[] NOT NULL,
    largest_bytes integer NOT NULL,
    CONSTRAINT competition_track_pkey PRIMARY KEY (county_code, id),
    CONSTRAINT competition_track_name_key UNIQUE (county_code, competition_id, name),
    CONSTRAINT competition_track_competition_fkey FOREIGN KEY (county_code, competition_id) REFERENCES competition (county_code, id),
    CONSTRAINT competition_track_name_check CHECK (name <> ''),
    CONSTRAINT competition_track_media_check CHECK (cardinality(media_types) > 0),
    CONSTRAINT competition_track_bytes_check CHECK (largest_bytes BETWEEN 1 AND 2000000000)
  );`;

const COMPETITION_ROUND = `
  CREATE TABLE competition_round (
    county_code varchar(6) NOT NULL,
    id uuid NOT NULL,
    competition_id uuid NOT NULL,
    level text NOT NULL,
    state text NOT NULL,
    entries_until date NOT NULL,
    notice_until date,
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT competition_round_pkey PRIMARY KEY (county_code, id),
    CONSTRAINT competition_round_level_key UNIQUE (county_code, competition_id, level),
    CONSTRAINT competition_round_competition_fkey FOREIGN KEY (county_code, competition_id) REFERENCES competition (county_code, id),
    CONSTRAINT competition_round_level_check CHECK (level IN ('SCHOOL', 'COUNTY', 'CITY', 'REGION')),
    CONSTRAINT competition_round_state_check CHECK (state IN ('OPEN', 'ENTRY_CLOSED', 'JUDGING', 'PUBLICISED', 'AWARDED', 'PROMOTED')),
    CONSTRAINT competition_round_notice_check CHECK (state IN ('OPEN', 'ENTRY_CLOSED', 'JUDGING') OR notice_until IS NOT NULL)
  );`;

const COMPETITION_ENTRY = `
  CREATE TABLE competition_entry (
    county_code varchar(6) NOT NULL,
    id uuid NOT NULL,
    school_id uuid NOT NULL,
    township_code varchar(9) NOT NULL,
    competition_id uuid NOT NULL,
    track_id uuid NOT NULL,
    teacher_id uuid NOT NULL,
    number integer NOT NULL,
    title text NOT NULL,
    subject text NOT NULL,
    media_type text NOT NULL,
    bytes integer NOT NULL,
    link text NOT NULL,
    entered_on date NOT NULL,
    withdrawn_on date,
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT competition_entry_pkey PRIMARY KEY (county_code, id),
    CONSTRAINT competition_entry_number_key UNIQUE (county_code, competition_id, number),
    CONSTRAINT competition_entry_teacher_key UNIQUE (county_code, track_id, teacher_id),
    CONSTRAINT competition_entry_track_fkey FOREIGN KEY (county_code, track_id) REFERENCES competition_track (county_code, id),
    CONSTRAINT competition_entry_teacher_fkey FOREIGN KEY (county_code, teacher_id) REFERENCES teacher (county_code, id),
    CONSTRAINT competition_entry_township_check CHECK (township_code ~ ('^' || county_code || '[0-9]{3}$')),
    CONSTRAINT competition_entry_title_check CHECK (title <> ''),
    CONSTRAINT competition_entry_bytes_check CHECK (bytes > 0),
    CONSTRAINT competition_entry_link_check CHECK (link ~ '^https?://[^[:space:]]+$')
  );`;

const COMPETITION_JUDGE = `
  CREATE TABLE competition_judge (
    county_code varchar(6) NOT NULL,
    id uuid NOT NULL,
    round_id uuid NOT NULL,
    subject text NOT NULL,
    name text NOT NULL,
    school_id uuid,
    CONSTRAINT competition_judge_pkey PRIMARY KEY (county_code, id),
    CONSTRAINT competition_judge_subject_key UNIQUE (county_code, round_id, subject),
    CONSTRAINT competition_judge_round_fkey FOREIGN KEY (county_code, round_id) REFERENCES competition_round (county_code, id),
    CONSTRAINT competition_judge_words_check CHECK (subject <> '' AND name <> '')
  );`;

const COMPETITION_SCORE = `
  CREATE TABLE competition_score (
    county_code varchar(6) NOT NULL,
    id uuid NOT NULL,
    round_id uuid NOT NULL,
    entry_id uuid NOT NULL,
    judge_id uuid NOT NULL,
    score smallint NOT NULL,
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT competition_score_pkey PRIMARY KEY (county_code, id),
    CONSTRAINT competition_score_once_key UNIQUE (county_code, round_id, entry_id, judge_id),
    CONSTRAINT competition_score_entry_fkey FOREIGN KEY (county_code, entry_id) REFERENCES competition_entry (county_code, id),
    CONSTRAINT competition_score_judge_fkey FOREIGN KEY (county_code, judge_id) REFERENCES competition_judge (county_code, id),
    CONSTRAINT competition_score_score_check CHECK (score BETWEEN 0 AND 100)
  );`;

const ROUND_RESULT = `
  CREATE TABLE round_result (
    county_code varchar(6) NOT NULL,
    id uuid NOT NULL,
    school_id uuid NOT NULL,
    township_code varchar(9) NOT NULL,
    round_id uuid NOT NULL,
    entry_id uuid NOT NULL,
    mean_hundredths integer NOT NULL,
    place integer NOT NULL,
    award text,
    is_promoted boolean NOT NULL,
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT round_result_pkey PRIMARY KEY (county_code, id),
    CONSTRAINT round_result_entry_key UNIQUE (county_code, round_id, entry_id),
    CONSTRAINT round_result_round_fkey FOREIGN KEY (county_code, round_id) REFERENCES competition_round (county_code, id),
    CONSTRAINT round_result_entry_fkey FOREIGN KEY (county_code, entry_id) REFERENCES competition_entry (county_code, id),
    CONSTRAINT round_result_township_check CHECK (township_code ~ ('^' || county_code || '[0-9]{3}$')),
    CONSTRAINT round_result_award_check CHECK (award IN ('FIRST', 'SECOND', 'THIRD', 'MERIT')),
    CONSTRAINT round_result_mean_check CHECK (mean_hundredths BETWEEN 0 AND 10000),
    CONSTRAINT round_result_place_check CHECK (place >= 1)
  );`;

const COMPETITION_APPEAL = `
  CREATE TABLE competition_appeal (
    county_code varchar(6) NOT NULL,
    id uuid NOT NULL,
    school_id uuid NOT NULL,
    township_code varchar(9) NOT NULL,
    round_id uuid NOT NULL,
    entry_id uuid NOT NULL,
    reason text NOT NULL,
    filed_on date NOT NULL,
    state text NOT NULL,
    answer text,
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT competition_appeal_pkey PRIMARY KEY (county_code, id),
    CONSTRAINT competition_appeal_entry_key UNIQUE (county_code, round_id, entry_id),
    CONSTRAINT competition_appeal_round_fkey FOREIGN KEY (county_code, round_id) REFERENCES competition_round (county_code, id),
    CONSTRAINT competition_appeal_entry_fkey FOREIGN KEY (county_code, entry_id) REFERENCES competition_entry (county_code, id),
    CONSTRAINT competition_appeal_township_check CHECK (township_code ~ ('^' || county_code || '[0-9]{3}$')),
    CONSTRAINT competition_appeal_state_check CHECK (state IN ('FILED', 'UPHELD', 'DISMISSED')),
    CONSTRAINT competition_appeal_answer_check CHECK ((state = 'FILED') = (answer IS NULL)),
    CONSTRAINT competition_appeal_reason_check CHECK (reason <> '')
  );`;

const SECURITY = [
  ...['competition_entry', 'round_result', 'competition_appeal'].map((table) => rowSecurity(table, PLACE, SERVICE)),
  ...['competition', 'competition_track', 'competition_round', 'competition_judge', 'competition_score'].map((table) =>
    rowSecurity(table, {}, SERVICE),
  ),
].join('');
