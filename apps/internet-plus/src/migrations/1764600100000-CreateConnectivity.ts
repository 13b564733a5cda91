import { rowSecurity } from '@bureau/access';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const SERVICE = 'internet_plus';
const PLACE = { township: 'township_code', school: 'school_id' };

/** Rooms, lines, measurements and upgrades of the schools. */
export class CreateConnectivity1764600100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(CLASSROOM + BANDWIDTH_CONTRACT + SPEED_TEST + UPGRADE_PROJECT + UPGRADE_MILESTONE + SECURITY);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

const CLASSROOM = `
  CREATE TABLE classroom (
    county_code varchar(6) NOT NULL,
    id uuid NOT NULL,
    school_id uuid NOT NULL,
    township_code varchar(9) NOT NULL,
    name text NOT NULL,
    kind text NOT NULL,
    has_multimedia boolean NOT NULL,
    has_wifi boolean NOT NULL,
    installed_on date,
    closed_on date,
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT classroom_pkey PRIMARY KEY (county_code, id),
    CONSTRAINT classroom_name_key UNIQUE (county_code, school_id, name),
    CONSTRAINT classroom_township_check CHECK (township_code ~ ('^' || county_code || '[0-9]{3}$')),
    CONSTRAINT classroom_kind_check CHECK (kind IN ('CLASSROOM', 'FUNCTION_ROOM', 'INTERACTIVE_ROOM')),
    CONSTRAINT classroom_name_length_check CHECK (length(name) BETWEEN 1 AND 60)
  );`;

const BANDWIDTH_CONTRACT = `
  CREATE TABLE bandwidth_contract (
    county_code varchar(6) NOT NULL,
    id uuid NOT NULL,
    school_id uuid NOT NULL,
    township_code varchar(9) NOT NULL,
    line text NOT NULL,
    operator text NOT NULL,
    mbps integer NOT NULL,
    monthly_fen bigint NOT NULL,
    starts_on date NOT NULL,
    ends_on date NOT NULL,
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT bandwidth_contract_pkey PRIMARY KEY (county_code, id),
    CONSTRAINT bandwidth_contract_one_at_a_time_excl EXCLUDE USING gist (county_code WITH =, school_id WITH =, line WITH =, daterange(starts_on, ends_on + 1) WITH &&),
    CONSTRAINT bandwidth_contract_township_check CHECK (township_code ~ ('^' || county_code || '[0-9]{3}$')),
    CONSTRAINT bandwidth_contract_mbps_check CHECK (mbps BETWEEN 1 AND 1000000),
    CONSTRAINT bandwidth_contract_price_check CHECK (monthly_fen >= 0),
    CONSTRAINT bandwidth_contract_dates_check CHECK (ends_on >= starts_on),
    CONSTRAINT bandwidth_contract_words_check CHECK (line <> '' AND operator <> '')
  );
  CREATE INDEX bandwidth_contract_ends_idx ON bandwidth_contract (county_code, ends_on, id);`;

const SPEED_TEST = `
  CREATE TABLE speed_test (
    county_code varchar(6) NOT NULL,
    id uuid NOT NULL,
    school_id uuid NOT NULL,
    township_code varchar(9) NOT NULL,
    classroom_id uuid,
    measured_at timestamptz NOT NULL,
    down_kbps integer NOT NULL,
    up_kbps integer NOT NULL,
    latency_ms integer NOT NULL,
    recorded_at timestamptz NOT NULL,
    CONSTRAINT speed_test_pkey PRIMARY KEY (county_code, id),
    CONSTRAINT speed_test_classroom_fkey FOREIGN KEY (county_code, classroom_id) REFERENCES classroom (county_code, id),
    CONSTRAINT speed_test_township_check CHECK (township_code ~ ('^' || county_code || '[0-9]{3}$')),
    CONSTRAINT speed_test_past_check CHECK (measured_at <= recorded_at),
    CONSTRAINT speed_test_values_check CHECK (down_kbps BETWEEN 0 AND 1000000000 AND up_kbps BETWEEN 0 AND 1000000000 AND latency_ms BETWEEN 0 AND 600000)
  );
  CREATE INDEX speed_test_school_idx ON speed_test (county_code, school_id, measured_at);
  CREATE INDEX speed_test_measured_idx ON speed_test (county_code, measured_at, id);`;

const UPGRADE_PROJECT = `
  CREATE TABLE upgrade_project (
    county_code varchar(6) NOT NULL,
    id uuid NOT NULL,
    school_id uuid NOT NULL,
    township_code varchar(9) NOT NULL,
    title text NOT NULL,
    kind text NOT NULL,
    state text NOT NULL,
    budget_fen bigint NOT NULL,
    starts_on date NOT NULL,
    due_on date NOT NULL,
    ended_on date,
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT upgrade_project_pkey PRIMARY KEY (county_code, id),
    CONSTRAINT upgrade_project_township_check CHECK (township_code ~ ('^' || county_code || '[0-9]{3}$')),
    CONSTRAINT upgrade_project_kind_check CHECK (kind IN ('ACCESS', 'CLASSROOM_NETWORK', 'MULTIMEDIA', 'WIFI', 'TERMINALS', 'INTERACTIVE_ROOM')),
    CONSTRAINT upgrade_project_state_check CHECK (state IN ('PLANNED', 'UNDER_WAY', 'ACCEPTED', 'ABANDONED')),
    CONSTRAINT upgrade_project_title_length_check CHECK (length(title) BETWEEN 1 AND 200),
    CONSTRAINT upgrade_project_budget_check CHECK (budget_fen >= 0),
    CONSTRAINT upgrade_project_dates_check CHECK (due_on >= starts_on),
    CONSTRAINT upgrade_project_end_check CHECK ((state IN ('ACCEPTED', 'ABANDONED')) = (ended_on IS NOT NULL))
  );
  CREATE INDEX upgrade_project_due_idx ON upgrade_project (county_code, due_on, id);`;

const UPGRADE_MILESTONE = `
  CREATE TABLE upgrade_milestone (
    county_code varchar(6) NOT NULL,
    id uuid NOT NULL,
    school_id uuid NOT NULL,
    township_code varchar(9) NOT NULL,
    project_id uuid NOT NULL,
    name text NOT NULL,
    due_on date NOT NULL,
    done_on date,
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT upgrade_milestone_pkey PRIMARY KEY (county_code, id),
    CONSTRAINT upgrade_milestone_name_key UNIQUE (county_code, project_id, name),
    CONSTRAINT upgrade_milestone_project_fkey FOREIGN KEY (county_code, project_id) REFERENCES upgrade_project (county_code, id),
    CONSTRAINT upgrade_milestone_township_check CHECK (township_code ~ ('^' || county_code || '[0-9]{3}$'))
  );
  CREATE INDEX upgrade_milestone_due_idx ON upgrade_milestone (county_code, due_on, id);`;

const SECURITY = [
  ...['classroom', 'bandwidth_contract', 'speed_test', 'upgrade_project', 'upgrade_milestone'].map((table) =>
    rowSecurity(table, PLACE, SERVICE),
  ),
].join('');
