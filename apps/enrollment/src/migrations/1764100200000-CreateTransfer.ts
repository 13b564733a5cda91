import { rowSecurity } from '@bureau/access';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const SERVICE = 'enrollment';
const setting = (name: string) => `current_setting('bureau.${name}', true)`;

/** Transfers (转学) and the steps they took. */
export class CreateTransfer1764100200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TRANSFER + rowSecurity('transfer', {}, SERVICE) + BOTH_SCHOOLS);
    await runner.query(STEP + rowSecurity('transfer_step', {}, SERVICE) + AS_TRANSFER);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

const TRANSFER = `
  CREATE TABLE transfer (
    county_code varchar(6) NOT NULL,
    id uuid NOT NULL,
    student_id uuid NOT NULL,
    student_name text NOT NULL,
    stage text NOT NULL,
    entry_year smallint NOT NULL,
    kind text NOT NULL,
    status text NOT NULL,
    from_school_id uuid,
    to_school_id uuid,
    to_class_id uuid,
    other_school text,
    other_county varchar(6),
    reason text NOT NULL,
    route jsonb NOT NULL,
    position smallint NOT NULL,
    last_step text,
    waits_since date NOT NULL,
    step_due_on date,
    requested_on date NOT NULL,
    requested_by text NOT NULL,
    ended_on date,
    moved_on date,
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT transfer_pkey PRIMARY KEY (county_code, id),
    CONSTRAINT transfer_student_fkey FOREIGN KEY (county_code, student_id) REFERENCES student (county_code, id),
    CONSTRAINT transfer_class_fkey FOREIGN KEY (county_code, to_class_id, to_school_id) REFERENCES school_class (county_code, id, school_id),
    CONSTRAINT transfer_kind_check CHECK (kind IN ('WITHIN_COUNTY', 'ACROSS_COUNTIES_OUT', 'ACROSS_COUNTIES_IN', 'ACROSS_PROVINCES_OUT', 'ACROSS_PROVINCES_IN')),
    CONSTRAINT transfer_status_check CHECK (status IN ('IN_PROGRESS', 'RETURNED', 'REFUSED', 'WITHDRAWN', 'COMPLETED')),
    CONSTRAINT transfer_own_school_check CHECK (to_school_id <> from_school_id),
    CONSTRAINT transfer_places_check CHECK (CASE WHEN kind = 'WITHIN_COUNTY' THEN from_school_id IS NOT NULL AND to_school_id IS NOT NULL
      WHEN kind IN ('ACROSS_COUNTIES_OUT', 'ACROSS_PROVINCES_OUT') THEN to_school_id IS NULL AND other_school IS NOT NULL
      ELSE to_school_id IS NOT NULL AND other_school IS NOT NULL END),
    CONSTRAINT transfer_ended_check CHECK ((ended_on IS NULL) = (status IN ('IN_PROGRESS', 'RETURNED'))),
    CONSTRAINT transfer_completed_check CHECK (status <> 'COMPLETED' OR moved_on IS NOT NULL)
  );
  CREATE UNIQUE INDEX transfer_open_key ON transfer (county_code, student_id) WHERE ended_on IS NULL;
  CREATE INDEX transfer_requested_idx ON transfer (county_code, requested_on, id);
  CREATE INDEX transfer_due_idx ON transfer (county_code, step_due_on, id) WHERE ended_on IS NULL;
  CREATE INDEX transfer_student_idx ON transfer (county_code, student_id);`;

const BOTH_SCHOOLS = `
  CREATE POLICY both_schools ON transfer AS RESTRICTIVE TO ${SERVICE} USING (
    (SELECT ${setting('school')} = '') OR (SELECT nullif(${setting('school')}, '')::uuid) IN (from_school_id, to_school_id));
  CREATE POLICY own_children ON transfer AS RESTRICTIVE TO ${SERVICE} USING (
    (SELECT ${setting('township')} = '' AND ${setting('class')} = '')
    OR EXISTS (SELECT FROM student WHERE student.county_code = transfer.county_code AND student.id = transfer.student_id));`;

const STEP = `
  CREATE TABLE transfer_step (
    county_code varchar(6) NOT NULL,
    id uuid NOT NULL,
    transfer_id uuid NOT NULL,
    code text NOT NULL,
    act text NOT NULL,
    taken_by text NOT NULL,
    taken_on date NOT NULL,
    due_on date,
    reason text,
    CONSTRAINT transfer_step_pkey PRIMARY KEY (county_code, id),
    CONSTRAINT transfer_step_transfer_fkey FOREIGN KEY (county_code, transfer_id) REFERENCES transfer (county_code, id),
    CONSTRAINT transfer_step_act_check CHECK (act IN ('REQUEST', 'ACCEPT', 'REFUSE', 'RETURN', 'RESUBMIT', 'WITHDRAW')),
    CONSTRAINT transfer_step_reason_check CHECK (act <> ALL (ARRAY['REFUSE', 'RETURN', 'WITHDRAW']) OR reason IS NOT NULL)
  );
  CREATE INDEX transfer_step_transfer_idx ON transfer_step (county_code, transfer_id, id);`;

const AS_TRANSFER = `
  CREATE POLICY as_transfer ON transfer_step AS RESTRICTIVE TO ${SERVICE} USING (
    EXISTS (SELECT FROM transfer WHERE transfer.county_code = transfer_step.county_code AND transfer.id = transfer_step.transfer_id));`;
