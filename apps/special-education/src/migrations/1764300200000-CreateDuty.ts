import { rowSecurity } from '@bureau/access';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { throughChild } from './through-child.ts';

const SERVICE = 'special_education';

/** Who answers for a child, hand-overs, what events change by themselves, confirmations (domain B8, C4, C8). */
export class CreateDuty1764300200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query([DUTY, DUTY_TRANSFER, AUTOMATIC_EFFECT, EXTERNAL_CONFIRMATION].join(''));
    await runner.query(SECURITY + MORE);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

const DUTY = `
  CREATE TABLE duty (
    county_code varchar(6) NOT NULL,
    id uuid NOT NULL,
    child_id uuid NOT NULL,
    school_id uuid,
    class_id uuid,
    started_at timestamptz NOT NULL,
    cause text NOT NULL,
    transfer_id uuid,
    CONSTRAINT duty_pkey PRIMARY KEY (county_code, id),
    CONSTRAINT duty_instant_key UNIQUE (county_code, child_id, started_at),
    CONSTRAINT duty_child_fkey FOREIGN KEY (county_code, child_id) REFERENCES disabled_child (county_code, id),
    CONSTRAINT duty_cause_check CHECK (cause IN ('REGISTERED', 'TRANSFER_ACCEPTED', 'HANDOVER', 'UNDONE')),
    CONSTRAINT duty_class_check CHECK (class_id IS NULL OR school_id IS NOT NULL)
  );`;

const DUTY_TRANSFER = `
  CREATE TABLE duty_transfer (
    county_code varchar(6) NOT NULL,
    id uuid NOT NULL,
    child_id uuid NOT NULL,
    from_school_id uuid,
    to_school_id uuid,
    to_class_id uuid,
    cause text NOT NULL,
    state text NOT NULL,
    offered_at timestamptz NOT NULL,
    due_on date NOT NULL,
    answered_at timestamptz,
    answered_by text,
    reason text,
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT duty_transfer_pkey PRIMARY KEY (county_code, id),
    CONSTRAINT duty_transfer_child_fkey FOREIGN KEY (county_code, child_id) REFERENCES disabled_child (county_code, id),
    CONSTRAINT duty_transfer_cause_check CHECK (cause IN ('ROLL', 'MERGER', 'DECISION', 'SENDER')),
    CONSTRAINT duty_transfer_state_check CHECK (state IN ('OFFERED', 'ACCEPTED', 'DECLINED', 'WITHDRAWN')),
    CONSTRAINT duty_transfer_answer_check CHECK ((state = 'OFFERED') = (answered_at IS NULL)),
    CONSTRAINT duty_transfer_schools_check CHECK (from_school_id IS DISTINCT FROM to_school_id)
  );
  CREATE UNIQUE INDEX duty_transfer_open_key ON duty_transfer (county_code, child_id) WHERE state = 'OFFERED'::text;
  CREATE INDEX duty_transfer_offered_idx ON duty_transfer (county_code, offered_at, id);
  CREATE INDEX duty_transfer_to_idx ON duty_transfer (county_code, to_school_id);`;

const AUTOMATIC_EFFECT = `
  CREATE TABLE automatic_effect (
    county_code varchar(6) NOT NULL,
    id uuid NOT NULL,
    child_id uuid NOT NULL,
    rule text NOT NULL,
    rule_version integer NOT NULL,
    event_id uuid NOT NULL,
    subject_id uuid NOT NULL,
    subject_version integer NOT NULL,
    applied_at timestamptz NOT NULL,
    before jsonb NOT NULL,
    after jsonb NOT NULL,
    undone_at timestamptz,
    undone_by text,
    undo_reason text,
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT automatic_effect_pkey PRIMARY KEY (county_code, id),
    CONSTRAINT automatic_effect_once_key UNIQUE (county_code, child_id, rule, subject_id, subject_version),
    CONSTRAINT automatic_effect_child_fkey FOREIGN KEY (county_code, child_id) REFERENCES disabled_child (county_code, id),
    CONSTRAINT automatic_effect_undone_check CHECK ((undone_at IS NULL) = (undone_by IS NULL) AND (undone_at IS NULL) = (undo_reason IS NULL))
  );
  CREATE INDEX automatic_effect_applied_idx ON automatic_effect (county_code, applied_at, id);`;

const EXTERNAL_CONFIRMATION = `
  CREATE TABLE external_confirmation (
    county_code varchar(6) NOT NULL,
    id uuid NOT NULL,
    placement_id uuid NOT NULL,
    child_id uuid NOT NULL,
    school_year smallint NOT NULL,
    season text NOT NULL,
    confirmed_on date NOT NULL,
    method text NOT NULL,
    document text,
    confirmed_by text NOT NULL,
    CONSTRAINT external_confirmation_pkey PRIMARY KEY (county_code, id),
    CONSTRAINT external_confirmation_term_key UNIQUE (county_code, placement_id, school_year, season),
    CONSTRAINT external_confirmation_child_fkey FOREIGN KEY (county_code, child_id) REFERENCES disabled_child (county_code, id),
    CONSTRAINT external_confirmation_placement_fkey FOREIGN KEY (county_code, placement_id) REFERENCES placement (county_code, id),
    CONSTRAINT external_confirmation_season_check CHECK (season IN ('AUTUMN', 'SPRING')),
    CONSTRAINT external_confirmation_method_check CHECK (method IN ('PHONE', 'LETTER', 'ROLL_SYSTEM', 'CERTIFICATE'))
  );`;

const SECURITY = [
  throughChild('duty', SERVICE),
  rowSecurity('duty_transfer', {}, SERVICE),
  throughChild('automatic_effect', SERVICE),
  throughChild('external_confirmation', SERVICE),
].join('');

const MORE = `
  ALTER TABLE disabled_child ADD COLUMN roll_version integer NOT NULL DEFAULT 0;
  CREATE INDEX placement_kind_idx ON placement (county_code, started_on, id);
  INSERT INTO duty (county_code, id, child_id, school_id, class_id, started_at, cause)
    SELECT county_code, gen_random_uuid(), id, school_id, class_id, registered_on::timestamp AT TIME ZONE 'Asia/Shanghai', 'REGISTERED'
    FROM disabled_child;
  CREATE POLICY school_reach ON duty_transfer AS RESTRICTIVE TO special_education USING (
    (SELECT current_setting('bureau.township', true) = '' AND current_setting('bureau.school', true) = '')
    OR ((SELECT current_setting('bureau.class', true)) = ''
      AND (SELECT nullif(current_setting('bureau.school', true), '')::uuid) IN (from_school_id, to_school_id))
  );
  CREATE POLICY offered_reach ON disabled_child TO special_education USING (
    county_code = (SELECT current_setting('bureau.county', true))
    AND (SELECT current_setting('bureau.school', true) <> '' AND current_setting('bureau.class', true) = '')
    AND id IN (SELECT transfer.child_id FROM duty_transfer transfer WHERE transfer.state = 'OFFERED'
      AND transfer.to_school_id = (SELECT nullif(current_setting('bureau.school', true), '')::uuid))
  );
`;
