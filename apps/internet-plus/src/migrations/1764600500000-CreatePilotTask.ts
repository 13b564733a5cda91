import { rowSecurity } from '@bureau/access';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const SERVICE = 'internet_plus';
const PLACE = { township: 'township_code', school: 'school_id' };

/** What pilot schools owe, and what they have done. */
export class CreatePilotTask1764600500000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(PILOT_TASK + SECURITY);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

const PILOT_TASK = `
  CREATE TABLE pilot_task (
    county_code varchar(6) NOT NULL,
    id uuid NOT NULL,
    school_id uuid NOT NULL,
    township_code varchar(9) NOT NULL,
    pilot_id uuid NOT NULL,
    kind text NOT NULL,
    title text NOT NULL,
    due_on date NOT NULL,
    done_on date,
    evidence text,
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT pilot_task_pkey PRIMARY KEY (county_code, id),
    CONSTRAINT pilot_task_title_key UNIQUE (county_code, pilot_id, title),
    CONSTRAINT pilot_task_pilot_fkey FOREIGN KEY (county_code, pilot_id) REFERENCES platform_pilot (county_code, id),
    CONSTRAINT pilot_task_township_check CHECK (township_code ~ ('^' || county_code || '[0-9]{3}$')),
    CONSTRAINT pilot_task_kind_check CHECK (kind IN ('TASK', 'MILESTONE')),
    CONSTRAINT pilot_task_title_length_check CHECK (length(title) BETWEEN 1 AND 200),
    CONSTRAINT pilot_task_evidence_check CHECK ((done_on IS NULL) = (evidence IS NULL) AND evidence ~ '^https?://[^[:space:]]+$')
  );
  CREATE INDEX pilot_task_due_idx ON pilot_task (county_code, due_on, id);`;

const SECURITY = [...['pilot_task'].map((table) => rowSecurity(table, PLACE, SERVICE))].join('');
