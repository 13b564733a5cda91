import { rowSecurity } from '@bureau/access';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const SERVICE = 'student_aid';

/** Payments go out in batches, from the list to the bank and back. */
export class CreateDisbursement1764500100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(BATCH + PARTS + PAYMENT + SECURITY);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

const BATCH = `
  CREATE TABLE disbursement_batch (
    county_code varchar(6) NOT NULL,
    id uuid NOT NULL,
    number varchar(10) NOT NULL,
    programme_code text NOT NULL,
    school_year smallint NOT NULL,
    season text NOT NULL,
    payment_kind text NOT NULL,
    school_ids uuid[],
    state text NOT NULL,
    declared_count integer NOT NULL,
    declared_fen bigint NOT NULL,
    payment_count integer NOT NULL,
    payment_fen bigint NOT NULL,
    pay_by date NOT NULL,
    made_by text NOT NULL,
    made_at timestamptz NOT NULL,
    locked_by text,
    audited_by text,
    approved_by text,
    treasury_document text,
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT disbursement_batch_pkey PRIMARY KEY (county_code, id),
    CONSTRAINT disbursement_batch_number_key UNIQUE (county_code, number),
    CONSTRAINT disbursement_batch_programme_key UNIQUE (county_code, id, programme_code),
    CONSTRAINT disbursement_batch_programme_fkey FOREIGN KEY (county_code, programme_code) REFERENCES aid_programme (county_code, code),
    CONSTRAINT disbursement_batch_state_check CHECK (state IN ('DRAFT', 'LIST_LOCKED', 'SCHOOL_CONFIRMED', 'AID_CENTRE_AUDITED',
      'LEADER_APPROVED', 'FINANCE_SUBMITTED', 'RETURNED', 'SENT_TO_BANK', 'PARTIALLY_PAID', 'PAID', 'RECONCILED', 'ARCHIVED', 'VOID')),
    CONSTRAINT disbursement_batch_number_check CHECK (number ~ '^[0-9]{4}-[0-9]{5}$'),
    CONSTRAINT disbursement_batch_season_check CHECK (season IN ('AUTUMN', 'SPRING')),
    CONSTRAINT disbursement_batch_kind_check CHECK (payment_kind IN ('CASH', 'WAIVER')),
    CONSTRAINT disbursement_batch_count_check CHECK (declared_count > 0 AND payment_count >= 0),
    CONSTRAINT disbursement_batch_amount_check CHECK (declared_fen > 0 AND payment_fen >= 0),
    CONSTRAINT disbursement_batch_declared_check CHECK (state IN ('DRAFT', 'VOID') OR (declared_count = payment_count AND declared_fen = payment_fen)),
    CONSTRAINT disbursement_batch_four_eyes_check CHECK (approved_by IS NULL OR (approved_by <> made_by AND locked_by IS NOT NULL AND approved_by <> locked_by)),
    CONSTRAINT disbursement_batch_locked_check CHECK (state IN ('DRAFT', 'VOID') OR locked_by IS NOT NULL),
    CONSTRAINT disbursement_batch_audited_check CHECK (state IN ('DRAFT', 'LIST_LOCKED', 'SCHOOL_CONFIRMED', 'VOID') OR audited_by IS NOT NULL),
    CONSTRAINT disbursement_batch_approved_check CHECK (state IN ('DRAFT', 'LIST_LOCKED', 'SCHOOL_CONFIRMED', 'AID_CENTRE_AUDITED', 'VOID') OR approved_by IS NOT NULL),
    CONSTRAINT disbursement_batch_submitted_check CHECK (state NOT IN ('FINANCE_SUBMITTED', 'SENT_TO_BANK', 'PARTIALLY_PAID', 'PAID', 'RECONCILED', 'ARCHIVED') OR treasury_document IS NOT NULL)
  );
  CREATE INDEX disbursement_batch_made_idx ON disbursement_batch (county_code, made_at, id);
  CREATE INDEX disbursement_batch_term_idx ON disbursement_batch (county_code, school_year, season, programme_code);
  ALTER TABLE ledger_entry ADD CONSTRAINT ledger_entry_batch_fkey FOREIGN KEY (county_code, batch_id) REFERENCES disbursement_batch (county_code, id);`;

const PARTS = `
  CREATE TABLE disbursement_funding (
    county_code varchar(6) NOT NULL,
    batch_id uuid NOT NULL,
    fund_id uuid NOT NULL,
    position smallint NOT NULL,
    share smallint NOT NULL,
    CONSTRAINT disbursement_funding_pkey PRIMARY KEY (county_code, batch_id, fund_id),
    CONSTRAINT disbursement_funding_position_key UNIQUE (county_code, batch_id, position),
    CONSTRAINT disbursement_funding_batch_fkey FOREIGN KEY (county_code, batch_id) REFERENCES disbursement_batch (county_code, id),
    CONSTRAINT disbursement_funding_fund_fkey FOREIGN KEY (county_code, fund_id) REFERENCES fund (county_code, id),
    CONSTRAINT disbursement_funding_share_check CHECK (share BETWEEN 1 AND 1000)
  );

  CREATE TABLE disbursement_school (
    county_code varchar(6) NOT NULL,
    batch_id uuid NOT NULL,
    school_id uuid NOT NULL,
    payment_count integer NOT NULL,
    payment_fen bigint NOT NULL,
    confirmed_by text,
    confirmed_at timestamptz,
    CONSTRAINT disbursement_school_pkey PRIMARY KEY (county_code, batch_id, school_id),
    CONSTRAINT disbursement_school_batch_fkey FOREIGN KEY (county_code, batch_id) REFERENCES disbursement_batch (county_code, id),
    CONSTRAINT disbursement_school_confirmed_check CHECK ((confirmed_by IS NULL) = (confirmed_at IS NULL)),
    CONSTRAINT disbursement_school_count_check CHECK (payment_count > 0 AND payment_fen > 0)
  );

  CREATE TABLE disbursement_step (
    county_code varchar(6) NOT NULL,
    id uuid NOT NULL,
    batch_id uuid NOT NULL,
    act text NOT NULL,
    from_state text,
    to_state text NOT NULL,
    done_by text NOT NULL,
    roles text[] NOT NULL,
    done_at timestamptz NOT NULL,
    reason text,
    CONSTRAINT disbursement_step_pkey PRIMARY KEY (county_code, id),
    CONSTRAINT disbursement_step_batch_fkey FOREIGN KEY (county_code, batch_id) REFERENCES disbursement_batch (county_code, id)
  );
  CREATE INDEX disbursement_step_batch_idx ON disbursement_step (county_code, batch_id, id);`;

const PAYMENT = `
  ALTER TABLE payment
    ADD COLUMN batch_id uuid,
    ADD COLUMN sequence integer,
    ADD COLUMN payee_account_id uuid,
    ADD COLUMN sendings smallint NOT NULL DEFAULT 0,
    ADD COLUMN version integer NOT NULL DEFAULT 1,
    DROP CONSTRAINT payment_state_check,
    ADD CONSTRAINT payment_state_check CHECK (state IN ('PENDING', 'SENT', 'PAID', 'FAILED', 'CORRECTED', 'RESENT', 'REFUNDED', 'RECLAIMED', 'VOID')),
    ADD CONSTRAINT payment_batch_check CHECK ((batch_id IS NULL) = (sequence IS NULL) AND sequence > 0),
    ADD CONSTRAINT payment_batch_key UNIQUE (county_code, batch_id, sequence),
    ADD CONSTRAINT payment_batch_fkey FOREIGN KEY (county_code, batch_id, programme_code) REFERENCES disbursement_batch (county_code, id, programme_code),
    ADD CONSTRAINT payment_payee_account_fkey FOREIGN KEY (county_code, payee_account_id) REFERENCES payee_account (county_code, id);
  DROP INDEX payment_live_key;
  CREATE UNIQUE INDEX payment_live_key ON payment (county_code, award_id) WHERE state IN ('PENDING', 'SENT', 'PAID', 'CORRECTED', 'RESENT');

  CREATE TABLE payment_step (
    county_code varchar(6) NOT NULL,
    id uuid NOT NULL,
    payment_id uuid NOT NULL,
    act text NOT NULL,
    from_state text NOT NULL,
    to_state text NOT NULL,
    failure_code text,
    reason text NOT NULL,
    done_by text NOT NULL,
    done_at timestamptz NOT NULL,
    CONSTRAINT payment_step_pkey PRIMARY KEY (county_code, id),
    CONSTRAINT payment_step_payment_fkey FOREIGN KEY (county_code, payment_id) REFERENCES payment (county_code, id),
    CONSTRAINT payment_step_reason_check CHECK (reason <> '')
  );
  CREATE INDEX payment_step_payment_idx ON payment_step (county_code, payment_id, id);`;

/** A school sees and confirms its own part; what was done is added to, never changed. */
const SECURITY = `
  ${rowSecurity('disbursement_batch', {}, SERVICE)}
  ${rowSecurity('disbursement_funding', {}, SERVICE)}
  ${rowSecurity('disbursement_school', { school: 'school_id' }, SERVICE)}
  ${rowSecurity('disbursement_step', {}, SERVICE)}
  ${rowSecurity('payment_step', {}, SERVICE)}
  REVOKE DELETE ON disbursement_batch FROM ${SERVICE};
  REVOKE UPDATE, DELETE ON disbursement_step, payment_step FROM ${SERVICE};
`;
