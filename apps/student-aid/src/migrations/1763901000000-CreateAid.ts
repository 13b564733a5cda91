import { rowSecurity } from '@bureau/access';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const SERVICE = 'student_aid';
const STAGES = `'PRE_SCHOOL', 'PRIMARY', 'JUNIOR_SECONDARY', 'SENIOR_SECONDARY', 'VOCATIONAL'`;

/** The programmes with their rates, the awards, the payments. */
export class CreateAid1763901000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE EXTENSION IF NOT EXISTS btree_gist');
    await runner.query(PROGRAMME + AWARD + PAYMENT + SECURITY);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

const PROGRAMME = `
  CREATE TABLE aid_programme (
    county_code varchar(6) NOT NULL,
    code text NOT NULL,
    name text NOT NULL,
    payee text NOT NULL,
    stages text[] NOT NULL,
    legal_basis text NOT NULL,
    CONSTRAINT aid_programme_pkey PRIMARY KEY (county_code, code),
    CONSTRAINT aid_programme_code_check CHECK (code ~ '^[A-Z][A-Z0-9_]{1,31}$'),
    CONSTRAINT aid_programme_payee_check CHECK (payee IN ('CHILD', 'SCHOOL_WAIVER', 'IN_KIND', 'UNIVERSITY')),
    CONSTRAINT aid_programme_stages_check CHECK (stages <@ ARRAY[${STAGES}])
  );

  CREATE TABLE aid_rate (
    county_code varchar(6) NOT NULL,
    id uuid NOT NULL,
    programme_code text NOT NULL,
    stage text NOT NULL,
    tier smallint NOT NULL,
    amount_fen bigint NOT NULL,
    valid_from_school_year smallint NOT NULL,
    valid_from_season text NOT NULL,
    valid_to_school_year smallint,
    valid_to_season text,
    basis_document text NOT NULL,
    CONSTRAINT aid_rate_pkey PRIMARY KEY (county_code, id),
    CONSTRAINT aid_rate_programme_fkey FOREIGN KEY (county_code, programme_code) REFERENCES aid_programme (county_code, code),
    CONSTRAINT aid_rate_one_amount_excl EXCLUDE USING gist (
      county_code WITH =, programme_code WITH =, stage WITH =, tier WITH =,
      int4range(valid_from_school_year * 2 + (valid_from_season = 'SPRING')::integer,
                valid_to_school_year * 2 + (valid_to_season = 'SPRING')::integer, '[]') WITH &&),
    CONSTRAINT aid_rate_stage_check CHECK (stage IN (${STAGES})),
    CONSTRAINT aid_rate_tier_check CHECK (tier BETWEEN 1 AND 9),
    CONSTRAINT aid_rate_amount_check CHECK (amount_fen > 0),
    CONSTRAINT aid_rate_season_check CHECK (valid_from_season IN ('AUTUMN', 'SPRING') AND valid_to_season IN ('AUTUMN', 'SPRING')),
    CONSTRAINT aid_rate_last_term_check CHECK ((valid_to_school_year IS NULL) = (valid_to_season IS NULL)),
    CONSTRAINT aid_rate_terms_check CHECK ((valid_to_school_year, valid_to_season) >= (valid_from_school_year, valid_from_season))
  );`;

const AWARD = `
  CREATE TABLE aid_award (
    county_code varchar(6) NOT NULL,
    id uuid NOT NULL,
    student_id uuid NOT NULL,
    programme_code text NOT NULL,
    school_year smallint NOT NULL,
    season text NOT NULL,
    stage text NOT NULL,
    tier smallint NOT NULL,
    amount_fen bigint NOT NULL,
    school_id uuid NOT NULL,
    class_id uuid NOT NULL,
    township_code varchar(9) NOT NULL,
    awarded_on date NOT NULL,
    CONSTRAINT aid_award_pkey PRIMARY KEY (county_code, id),
    CONSTRAINT aid_award_once_a_term_key UNIQUE (county_code, student_id, programme_code, school_year, season),
    CONSTRAINT aid_award_place_key UNIQUE (county_code, id, student_id, programme_code, school_id, class_id, township_code),
    CONSTRAINT aid_award_amount_key UNIQUE (county_code, id, amount_fen),
    CONSTRAINT aid_award_programme_fkey FOREIGN KEY (county_code, programme_code) REFERENCES aid_programme (county_code, code),
    CONSTRAINT aid_award_season_check CHECK (season IN ('AUTUMN', 'SPRING')),
    CONSTRAINT aid_award_stage_check CHECK (stage IN (${STAGES})),
    CONSTRAINT aid_award_tier_check CHECK (tier BETWEEN 1 AND 9),
    CONSTRAINT aid_award_amount_check CHECK (amount_fen > 0)
  );
  CREATE INDEX aid_award_awarded_idx ON aid_award (county_code, awarded_on, id);
  CREATE INDEX aid_award_term_idx ON aid_award (county_code, school_year, season, id);
  CREATE INDEX aid_award_school_idx ON aid_award (county_code, school_id, class_id);`;

const PAYMENT = `
  CREATE TABLE payment (
    county_code varchar(6) NOT NULL,
    id uuid NOT NULL,
    award_id uuid NOT NULL,
    student_id uuid NOT NULL,
    programme_code text NOT NULL,
    school_id uuid NOT NULL,
    class_id uuid NOT NULL,
    township_code varchar(9) NOT NULL,
    amount_fen bigint NOT NULL,
    kind text NOT NULL,
    state text NOT NULL,
    paid_on date,
    paid_fen bigint,
    failure_code text,
    end_to_end_reference varchar(35) NOT NULL,
    CONSTRAINT payment_pkey PRIMARY KEY (county_code, id),
    CONSTRAINT payment_end_to_end_reference_key UNIQUE (county_code, end_to_end_reference),
    CONSTRAINT payment_award_fkey
      FOREIGN KEY (county_code, award_id, student_id, programme_code, school_id, class_id, township_code)
      REFERENCES aid_award (county_code, id, student_id, programme_code, school_id, class_id, township_code),
    CONSTRAINT payment_paid_amount_fkey FOREIGN KEY (county_code, award_id, paid_fen) REFERENCES aid_award (county_code, id, amount_fen),
    CONSTRAINT payment_amount_check CHECK (amount_fen > 0),
    CONSTRAINT payment_kind_check CHECK (kind IN ('CASH', 'WAIVER')),
    CONSTRAINT payment_state_check CHECK (state IN ('PENDING', 'SENT', 'PAID', 'FAILED', 'REFUNDED', 'RECLAIMED')),
    CONSTRAINT payment_paid_on_check CHECK ((paid_on IS NOT NULL) = (state IN ('PAID', 'REFUNDED', 'RECLAIMED'))),
    CONSTRAINT payment_paid_check CHECK (CASE WHEN state = 'PAID' THEN paid_fen IS NOT NULL AND paid_fen = amount_fen ELSE paid_fen IS NULL END),
    CONSTRAINT payment_failure_check CHECK ((failure_code IS NOT NULL) = (state = 'FAILED')),
    CONSTRAINT payment_end_to_end_reference_check CHECK (end_to_end_reference ~ '^[0-9A-Za-z-]+$')
  );
  CREATE UNIQUE INDEX payment_live_key ON payment (county_code, award_id) WHERE state IN ('PENDING', 'SENT', 'PAID');
  CREATE INDEX payment_award_idx ON payment (county_code, award_id, id);
  CREATE INDEX payment_school_idx ON payment (county_code, school_id, class_id);
  CREATE INDEX payment_figures_idx ON payment
    (county_code, paid_on, programme_code, kind, student_id, paid_fen, township_code, school_id, class_id) WHERE state = 'PAID';`;

const PERSON = { township: 'township_code', school: 'school_id', class: 'class_id' };
const SECURITY = [
  rowSecurity('aid_programme', {}, SERVICE),
  rowSecurity('aid_rate', {}, SERVICE),
  rowSecurity('aid_award', PERSON, SERVICE),
  rowSecurity('payment', PERSON, SERVICE),
].join('');
