import { rowSecurity } from '@bureau/access';
import { rosterMatching } from '@bureau/events';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { rosterSecurity } from './roster-security.ts';

const SERVICE = 'student_aid';

/** What it takes to grant aid and to pay it: matching, terms, the state of an award, accounts. */
export class PrepareGranting1764400000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(rosterMatching + AWARD + TERM + ACCOUNT);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

const AWARD = `
  ALTER TABLE aid_award
    ADD COLUMN entitled_fen bigint,
    ADD COLUMN state text NOT NULL DEFAULT 'GRANTED',
    ADD COLUMN version integer NOT NULL DEFAULT 1;
  UPDATE aid_award SET entitled_fen = amount_fen;
  ALTER TABLE aid_award
    ALTER COLUMN entitled_fen SET NOT NULL,
    ADD CONSTRAINT aid_award_entitled_check CHECK (amount_fen <= entitled_fen),
    ADD CONSTRAINT aid_award_state_check CHECK (state IN ('GRANTED', 'HELD', 'STOPPED'));`;

const TERM = `
  CREATE TABLE aid_term (
    county_code varchar(6) NOT NULL,
    school_year smallint NOT NULL,
    season text NOT NULL,
    starts_on date NOT NULL,
    ends_on date NOT NULL,
    freeze_on date NOT NULL,
    pay_by date NOT NULL,
    basis_document text NOT NULL,
    CONSTRAINT aid_term_pkey PRIMARY KEY (county_code, school_year, season),
    CONSTRAINT aid_term_season_check CHECK (season IN ('AUTUMN', 'SPRING')),
    CONSTRAINT aid_term_days_check CHECK (starts_on <= freeze_on AND freeze_on <= ends_on AND freeze_on <= pay_by)
  );
  ${rowSecurity('aid_term', {}, SERVICE)}`;

const ACCOUNT = `
  CREATE TABLE payee_account (
    county_code varchar(6) NOT NULL,
    id uuid NOT NULL,
    student_id uuid NOT NULL,
    holder_name text NOT NULL,
    relation text NOT NULL,
    relation_document text,
    bank_name text NOT NULL,
    card_kind text NOT NULL,
    account_number bytea NOT NULL,
    account_number_index bytea NOT NULL,
    account_last4 varchar(4) NOT NULL,
    siblings_document text,
    valid_from date NOT NULL,
    valid_to date,
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT payee_account_pkey PRIMARY KEY (county_code, id),
    CONSTRAINT payee_account_relation_check CHECK (relation IN ('SELF', 'FATHER', 'MOTHER', 'GRANDPARENT', 'OTHER_GUARDIAN')),
    CONSTRAINT payee_account_document_check CHECK (relation = 'SELF' OR relation_document IS NOT NULL),
    CONSTRAINT payee_account_card_kind_check CHECK (card_kind IN ('SOCIAL_SECURITY_CARD', 'BANK_CARD')),
    CONSTRAINT payee_account_last4_check CHECK (account_last4 ~ '^[0-9]{4}$'),
    CONSTRAINT payee_account_days_check CHECK (valid_to >= valid_from)
  );
  CREATE UNIQUE INDEX payee_account_live_key ON payee_account (county_code, student_id) WHERE valid_to IS NULL;
  CREATE INDEX payee_account_number_idx ON payee_account (county_code, account_number_index);
  ${rosterSecurity('payee_account', SERVICE)}`;
