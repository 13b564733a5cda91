import { rowSecurity } from '@bureau/access';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const SERVICE = 'internet_plus';

/** Visits by experts, the board of the task force, the security register. */
export class CreateTaskForce1764600900000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      EXPERT_ENGAGEMENT +
        ENGAGEMENT_FOLLOW_UP +
        BOARD_TASK +
        BOARD_BLOCK +
        SECURITY_SYSTEM +
        SECURITY_INCIDENT +
        SECURITY +
        BESIDES,
    );
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

const EXPERT_ENGAGEMENT = `
  CREATE TABLE expert_engagement (
    county_code varchar(6) NOT NULL,
    id uuid NOT NULL,
    kind text NOT NULL,
    institution text NOT NULL,
    experts text NOT NULL,
    topic text NOT NULL,
    held_on date NOT NULL,
    hours smallint NOT NULL,
    participants smallint NOT NULL,
    schools uuid[] NOT NULL,
    outputs text NOT NULL,
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT expert_engagement_pkey PRIMARY KEY (county_code, id),
    CONSTRAINT expert_engagement_kind_check CHECK (kind IN ('GUIDANCE', 'TRAINING', 'PROJECT', 'DIAGNOSIS')),
    CONSTRAINT expert_engagement_hours_check CHECK (hours BETWEEN 1 AND 500),
    CONSTRAINT expert_engagement_participants_check CHECK (participants >= 0),
    CONSTRAINT expert_engagement_words_check CHECK (institution <> '' AND experts <> '' AND topic <> '')
  );
  CREATE INDEX expert_engagement_held_idx ON expert_engagement (county_code, held_on, id);`;

const ENGAGEMENT_FOLLOW_UP = `
  CREATE TABLE engagement_follow_up (
    county_code varchar(6) NOT NULL,
    id uuid NOT NULL,
    engagement_id uuid NOT NULL,
    what text NOT NULL,
    owner text NOT NULL,
    due_on date NOT NULL,
    done_on date,
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT engagement_follow_up_pkey PRIMARY KEY (county_code, id),
    CONSTRAINT engagement_follow_up_what_key UNIQUE (county_code, engagement_id, what),
    CONSTRAINT engagement_follow_up_engagement_fkey FOREIGN KEY (county_code, engagement_id) REFERENCES expert_engagement (county_code, id),
    CONSTRAINT engagement_follow_up_words_check CHECK (what <> '' AND owner <> '')
  );`;

const BOARD_TASK = `
  CREATE TABLE board_task (
    county_code varchar(6) NOT NULL,
    id uuid NOT NULL,
    title text NOT NULL,
    owner text NOT NULL,
    due_on date NOT NULL,
    state text NOT NULL,
    progress smallint NOT NULL,
    issue text,
    closed_on date,
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT board_task_pkey PRIMARY KEY (county_code, id),
    CONSTRAINT board_task_state_check CHECK (state IN ('OPEN', 'DONE', 'DROPPED')),
    CONSTRAINT board_task_progress_check CHECK (progress BETWEEN 0 AND 100),
    CONSTRAINT board_task_words_check CHECK (title <> '' AND owner <> ''),
    CONSTRAINT board_task_closed_check CHECK ((state = 'OPEN') = (closed_on IS NULL)),
    CONSTRAINT board_task_done_check CHECK (state <> 'DONE' OR progress = 100)
  );
  CREATE INDEX board_task_due_idx ON board_task (county_code, due_on, id);`;

const BOARD_BLOCK = `
  CREATE TABLE board_block (
    county_code varchar(6) NOT NULL,
    id uuid NOT NULL,
    task_id uuid NOT NULL,
    blocker_id uuid NOT NULL,
    CONSTRAINT board_block_pkey PRIMARY KEY (county_code, id),
    CONSTRAINT board_block_once_key UNIQUE (county_code, task_id, blocker_id),
    CONSTRAINT board_block_task_fkey FOREIGN KEY (county_code, task_id) REFERENCES board_task (county_code, id),
    CONSTRAINT board_block_blocker_fkey FOREIGN KEY (county_code, blocker_id) REFERENCES board_task (county_code, id),
    CONSTRAINT board_block_other_check CHECK (task_id <> blocker_id)
  );`;

const SECURITY_SYSTEM = `
  CREATE TABLE security_system (
    county_code varchar(6) NOT NULL,
    id uuid NOT NULL,
    name text NOT NULL,
    school_id uuid,
    level smallint NOT NULL,
    filing_number text,
    filed_on date,
    assess_by date,
    retired_on date,
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT security_system_pkey PRIMARY KEY (county_code, id),
    CONSTRAINT security_system_name_key UNIQUE (county_code, name),
    CONSTRAINT security_system_level_check CHECK (level BETWEEN 1 AND 5),
    CONSTRAINT security_system_name_check CHECK (name <> ''),
    CONSTRAINT security_system_filing_check CHECK ((filing_number IS NULL) = (filed_on IS NULL))
  );`;

const SECURITY_INCIDENT = `
  CREATE TABLE security_incident (
    county_code varchar(6) NOT NULL,
    id uuid NOT NULL,
    system_id uuid NOT NULL,
    happened_at timestamptz NOT NULL,
    severity text NOT NULL,
    summary text NOT NULL,
    handled_on date,
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT security_incident_pkey PRIMARY KEY (county_code, id),
    CONSTRAINT security_incident_system_fkey FOREIGN KEY (county_code, system_id) REFERENCES security_system (county_code, id),
    CONSTRAINT security_incident_severity_check CHECK (severity IN ('MINOR', 'MODERATE', 'SERIOUS', 'GRAVE')),
    CONSTRAINT security_incident_summary_check CHECK (length(summary) BETWEEN 1 AND 1000)
  );
  CREATE INDEX security_incident_happened_idx ON security_incident (county_code, happened_at, id);`;

const BESIDES = `
  CREATE POLICY own_school ON security_system AS RESTRICTIVE TO internet_plus USING (
    (SELECT current_setting('bureau.school', true) = '' AND current_setting('bureau.township', true) = '')
    OR school_id IN (SELECT id FROM school_roster)
  );
  CREATE POLICY own_school ON security_incident AS RESTRICTIVE TO internet_plus USING (
    (SELECT current_setting('bureau.school', true) = '' AND current_setting('bureau.township', true) = '')
    OR system_id IN (SELECT id FROM security_system)
  );
`;

const SECURITY = [
  ...[
    'expert_engagement',
    'engagement_follow_up',
    'board_task',
    'board_block',
    'security_system',
    'security_incident',
  ].map((table) => rowSecurity(table, {}, SERVICE)),
].join('');
