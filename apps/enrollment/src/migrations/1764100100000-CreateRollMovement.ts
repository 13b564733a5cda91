import { rowSecurity } from '@bureau/access';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const SERVICE = 'enrollment';
const SENIOR = `('SENIOR_SECONDARY', 'VOCATIONAL')`;
const KINDS = `('INITIAL_REGISTRATION', 'ROLL_CONFIRMATION', 'PROMOTION', 'STAGE_TRANSFER', 'TRANSFER_WITHIN_COUNTY',
      'TRANSFER_OUT', 'TRANSFER_IN', 'SUSPENSION', 'SUSPENSION_EXTENSION', 'RESUMPTION', 'GRADE_SKIP', 'GRADE_REPEAT',
      'CLASS_CHANGE', 'GOING_ABROAD', 'RETURN_FROM_ABROAD', 'DEATH', 'DROPOUT', 'RETURN_FROM_DROPOUT', 'DISAPPEARANCE',
      'REAPPEARANCE', 'PLACEMENT_CHANGE', 'GRADUATION', 'COMPLETION', 'LEAVING_INCOMPLETE', 'WITHDRAWAL', 'EXPULSION',
      'SCHOOL_MERGER', 'SCHOOL_CLOSURE', 'CANCELLATION', 'RESTORATION', 'PARTICULARS_CORRECTION')`;

/** The register of movements (学籍异动), and what the compulsory years cannot hold. */
export class CreateRollMovement1764100100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SPELL + STANDING + MOVEMENT + rowSecurity('roll_movement', {}, SERVICE) + BOTH_SCHOOLS);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

const SPELL = `
  ALTER TABLE school_spell DROP CONSTRAINT school_spell_dates_check,
    ADD CONSTRAINT school_spell_dates_check CHECK (ended_on >= started_on),
    DROP CONSTRAINT school_spell_ended_by_check,
    ADD CONSTRAINT school_spell_ended_by_check CHECK (ended_by IN ('STATUS_CHANGED', 'CLASS_CHANGED', 'TRANSFERRED_WITHIN_COUNTY',
      'TRANSFERRED_OUT', 'GRADUATED', 'COMPLETED', 'ABROAD', 'WITHDRAWN', 'DROPPED_OUT', 'DECEASED', 'CANCELLED', 'LEFT_INCOMPLETE', 'EXPELLED'));
  CREATE UNIQUE INDEX school_spell_open_key ON school_spell (county_code, student_id) WHERE ended_on IS NULL;`;

const SENIOR_ONLY = `(roll_status <> ALL (ARRAY['WITHDRAWN', 'EXPELLED', 'LEFT_INCOMPLETE'])) OR stage IN ${SENIOR}`;
const STANDING = `
  ALTER TABLE student ADD CONSTRAINT student_compulsory_check CHECK (${SENIOR_ONLY});
  ALTER TABLE school_spell ADD CONSTRAINT school_spell_compulsory_check CHECK (
    (${SENIOR_ONLY}) AND ((ended_by <> ALL (ARRAY['WITHDRAWN', 'EXPELLED', 'LEFT_INCOMPLETE'])) OR ended_by IS NULL OR stage IN ${SENIOR}));`;

const MOVEMENT = `
  CREATE TABLE roll_movement (
    county_code varchar(6) NOT NULL,
    id uuid NOT NULL,
    student_id uuid NOT NULL,
    kind text NOT NULL,
    occurred_on date NOT NULL,
    recorded_at timestamptz NOT NULL,
    recorded_by text NOT NULL,
    rule_version text NOT NULL,
    due_on date,
    is_late boolean NOT NULL,
    from_school_id uuid,
    from_class_id uuid,
    from_stage text,
    from_entry_year smallint,
    from_roll_status text,
    from_placement text,
    to_school_id uuid NOT NULL,
    to_class_id uuid NOT NULL,
    to_stage text NOT NULL,
    to_entry_year smallint NOT NULL,
    to_roll_status text NOT NULL,
    to_placement text NOT NULL,
    until_on date,
    reason text,
    approval_number text,
    approved_on date,
    other_place text,
    evidence jsonb NOT NULL,
    note text,
    cause text,
    CONSTRAINT roll_movement_pkey PRIMARY KEY (county_code, id),
    CONSTRAINT roll_movement_student_fkey FOREIGN KEY (county_code, student_id) REFERENCES student (county_code, id),
    CONSTRAINT roll_movement_kind_check CHECK (kind IN ${KINDS}),
    CONSTRAINT roll_movement_compulsory_check CHECK (kind <> ALL (ARRAY['WITHDRAWAL', 'EXPULSION', 'LEAVING_INCOMPLETE']) OR to_stage IN ${SENIOR}),
    CONSTRAINT roll_movement_until_check CHECK ((until_on IS NOT NULL) = (kind IN ('SUSPENSION', 'SUSPENSION_EXTENSION')) AND until_on > occurred_on),
    CONSTRAINT roll_movement_from_check CHECK ((from_school_id IS NULL) = (from_roll_status IS NULL))
  );
  CREATE INDEX roll_movement_occurred_idx ON roll_movement (county_code, occurred_on, id);
  CREATE INDEX roll_movement_student_idx ON roll_movement (county_code, student_id, occurred_on, id);
  CREATE INDEX roll_movement_until_idx ON roll_movement (county_code, student_id, until_on) WHERE until_on IS NOT NULL;`;

const setting = (name: string) => `current_setting('bureau.${name}', true)`;

/** A movement is seen by the school it came from and the one it went to; a class and a township see their own children's. */
const BOTH_SCHOOLS = `
  CREATE POLICY both_schools ON roll_movement AS RESTRICTIVE TO ${SERVICE} USING (
    (SELECT ${setting('school')} = '') OR (SELECT nullif(${setting('school')}, '')::uuid) IN (from_school_id, to_school_id));
  CREATE POLICY own_class ON roll_movement AS RESTRICTIVE TO ${SERVICE} USING (
    (SELECT ${setting('class')} = '') OR (SELECT nullif(${setting('class')}, '')::uuid) IN (from_class_id, to_class_id));
  CREATE POLICY own_township ON roll_movement AS RESTRICTIVE TO ${SERVICE} USING (
    (SELECT ${setting('township')} = '')
    OR EXISTS (SELECT FROM student WHERE student.county_code = roll_movement.county_code AND student.id = roll_movement.student_id));`;
