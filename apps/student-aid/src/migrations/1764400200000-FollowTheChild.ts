import { rowSecurity } from '@bureau/access';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { rosterSecurity } from './roster-security.ts';

const SERVICE = 'student_aid';
const PERSON = { township: 'township_code', school: 'school_id', class: 'class_id' };

/** Entitlement compared with aid, and aid that follows the child. */
export class FollowTheChild1764400200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(BEFORE + STUDENT_STANDING + ROLL_POLICY + AID_GAP + AWARD_EFFECT + RECOVERY_TASK + SECURITY);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

const BEFORE = `
  ALTER TABLE aid_term ADD COLUMN closed_on date;
  ALTER TABLE aid_award ADD COLUMN covers datemultirange;
`;

const STUDENT_STANDING = `
  CREATE TABLE student_standing (
    county_code varchar(6) NOT NULL,
    student_id uuid NOT NULL,
    version integer NOT NULL,
    effective_on date NOT NULL,
    roll_status text,
    attendance_placement text NOT NULL,
    stage text,
    school_id uuid,
    class_id uuid,
    township_code varchar(9) NOT NULL,
    boarding varchar(1),
    event_id uuid NOT NULL,
    CONSTRAINT student_standing_pkey PRIMARY KEY (county_code, student_id, version)
  );
`;

const ROLL_POLICY = `
  CREATE TABLE roll_policy (
    county_code varchar(6) NOT NULL,
    roll_status text NOT NULL,
    valid_from date NOT NULL,
    effect text NOT NULL,
    rule text NOT NULL,
    rule_version text NOT NULL,
    basis_document text NOT NULL,
    CONSTRAINT roll_policy_pkey PRIMARY KEY (county_code, roll_status, valid_from),
    CONSTRAINT roll_policy_effect_check CHECK (effect IN ('CONTINUE', 'HOLD', 'PRORATE', 'STOP')),
    CONSTRAINT roll_policy_status_check CHECK (roll_status IN ('PRE_REGISTERED', 'ACTIVE', 'SUSPENDED', 'DROPPED_OUT', 'MISSING', 'TRANSFERRED_OUT', 'ABROAD', 'GRADUATED', 'COMPLETED', 'LEFT_INCOMPLETE', 'WITHDRAWN', 'EXPELLED', 'DECEASED', 'CANCELLED'))
  );
`;

const AID_GAP = `
  CREATE TABLE aid_gap (
    county_code varchar(6) NOT NULL,
    id uuid NOT NULL,
    kind text NOT NULL,
    school_year smallint NOT NULL,
    season text NOT NULL,
    student_id uuid NOT NULL,
    programme_code text NOT NULL,
    award_id uuid,
    tier smallint NOT NULL,
    reasons text[] NOT NULL,
    school_id uuid,
    class_id uuid,
    township_code varchar(9) NOT NULL,
    found_on date NOT NULL,
    CONSTRAINT aid_gap_pkey PRIMARY KEY (county_code, id),
    CONSTRAINT aid_gap_kind_check CHECK (kind IN ('UNAIDED', 'NOT_ENTITLED', 'WRONG_ACCOUNT')),
    CONSTRAINT aid_gap_season_check CHECK (season IN ('AUTUMN', 'SPRING')),
    CONSTRAINT aid_gap_award_check CHECK ((award_id IS NULL) = (kind = 'UNAIDED')),
    CONSTRAINT aid_gap_reasons_check CHECK (cardinality(reasons) > 0)
  );
  CREATE INDEX aid_gap_kind_idx ON aid_gap (county_code, kind, school_year, season, id);
  CREATE INDEX aid_gap_found_idx ON aid_gap (county_code, kind, found_on, id);
  CREATE INDEX aid_gap_programme_idx ON aid_gap (county_code, kind, programme_code, id);
  CREATE INDEX aid_gap_school_idx ON aid_gap (county_code, school_id, class_id);
  CREATE INDEX aid_gap_student_idx ON aid_gap (county_code, student_id);
`;

const AWARD_EFFECT = `
  CREATE TABLE award_effect (
    county_code varchar(6) NOT NULL,
    id uuid NOT NULL,
    award_id uuid NOT NULL,
    student_id uuid NOT NULL,
    event_id uuid NOT NULL,
    standing_version integer NOT NULL,
    rule text NOT NULL,
    rule_version text NOT NULL,
    from_state text NOT NULL,
    to_state text NOT NULL,
    from_fen bigint NOT NULL,
    to_fen bigint NOT NULL,
    covers datemultirange NOT NULL,
    made_at timestamptz NOT NULL,
    undone_by text,
    undone_at timestamptz,
    undo_reason text,
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT award_effect_pkey PRIMARY KEY (county_code, id),
    CONSTRAINT award_effect_award_fkey FOREIGN KEY (county_code, award_id) REFERENCES aid_award (county_code, id),
    CONSTRAINT award_effect_undone_check CHECK ((undone_by IS NULL) = (undone_at IS NULL) AND (undone_by IS NULL) = (undo_reason IS NULL))
  );
  CREATE INDEX award_effect_award_idx ON award_effect (county_code, award_id, id);
  CREATE INDEX award_effect_student_idx ON award_effect (county_code, student_id);
`;

const RECOVERY_TASK = `
  CREATE TABLE recovery_task (
    county_code varchar(6) NOT NULL,
    id uuid NOT NULL,
    award_id uuid NOT NULL,
    student_id uuid NOT NULL,
    school_id uuid NOT NULL,
    class_id uuid NOT NULL,
    township_code varchar(9) NOT NULL,
    amount_fen bigint NOT NULL,
    reason text NOT NULL,
    event_id uuid,
    opened_on date NOT NULL,
    state text NOT NULL,
    settled_on date,
    document text,
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT recovery_task_pkey PRIMARY KEY (county_code, id),
    CONSTRAINT recovery_task_award_fkey FOREIGN KEY (county_code, award_id) REFERENCES aid_award (county_code, id),
    CONSTRAINT recovery_task_amount_check CHECK (amount_fen > 0),
    CONSTRAINT recovery_task_reason_check CHECK (reason IN ('LEFT', 'DECEASED', 'DUPLICATE', 'NOT_ENTITLED')),
    CONSTRAINT recovery_task_state_check CHECK (state IN ('OPEN', 'DEMANDED', 'RECOVERED', 'GIVEN_UP', 'WITHDRAWN')),
    CONSTRAINT recovery_task_settled_check CHECK ((settled_on IS NOT NULL) = (state IN ('RECOVERED', 'GIVEN_UP', 'WITHDRAWN')))
  );
  CREATE UNIQUE INDEX recovery_task_open_key ON recovery_task (county_code, award_id) WHERE state = ANY (ARRAY['OPEN'::text, 'DEMANDED'::text]);
  CREATE INDEX recovery_task_opened_idx ON recovery_task (county_code, opened_on, id);
  CREATE INDEX recovery_task_school_idx ON recovery_task (county_code, school_id, class_id);
`;

const SECURITY = [
  rosterSecurity('student_standing', SERVICE),
  rowSecurity('roll_policy', {}, SERVICE),
  rowSecurity('aid_gap', PERSON, SERVICE),
  rosterSecurity('award_effect', SERVICE),
  rowSecurity('recovery_task', PERSON, SERVICE),
].join('');
