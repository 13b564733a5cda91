import { rowSecurity } from '@bureau/access';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const SERVICE = 'student_aid';

/** The money that came in, and the ledger of where it went. */
export class CreateFund1764500000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES + SECURITY);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

const MOVEMENT = ['AVAILABLE', 'RESERVED', 'COMMITTED', 'PAID', 'RETURNED', 'CARRIED_OVER']
  .map(
    (account, at) =>
      `balances_after[${at + 2}] - balances_before[${at + 2}]
        = amount_fen * ((debit_account = '${account}')::integer - (credit_account = '${account}')::integer)`,
  )
  .join('\n      AND ');

const TABLES = `
  CREATE TABLE fund (
    county_code varchar(6) NOT NULL,
    id uuid NOT NULL,
    source text NOT NULL,
    programme_code text NOT NULL,
    budget_year smallint NOT NULL,
    entry_number integer,
    balances bigint[] NOT NULL,
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT fund_pkey PRIMARY KEY (county_code, id),
    CONSTRAINT fund_source_key UNIQUE (county_code, programme_code, budget_year, source),
    CONSTRAINT fund_programme_fkey FOREIGN KEY (county_code, programme_code) REFERENCES aid_programme (county_code, code),
    CONSTRAINT fund_source_check CHECK (source IN ('CENTRAL', 'REGION', 'CITY', 'COUNTY', 'CHARITY', 'SCHOOL')),
    CONSTRAINT fund_budget_year_check CHECK (budget_year BETWEEN 2000 AND 2200),
    CONSTRAINT fund_overdrawn_check CHECK (0 <= ALL (balances)),
    CONSTRAINT fund_balance_check CHECK (cardinality(balances) = 7
      AND balances[1] = balances[2] + balances[3] + balances[4] + balances[5] + balances[6] + balances[7]),
    CONSTRAINT fund_empty_check CHECK (entry_number IS NOT NULL OR balances[1] = 0)
  );

  CREATE TABLE fund_receipt (
    county_code varchar(6) NOT NULL,
    id uuid NOT NULL,
    fund_id uuid NOT NULL,
    document_no text NOT NULL,
    amount_fen bigint NOT NULL,
    received_on date NOT NULL,
    carried_from_fund_id uuid,
    recorded_by text NOT NULL,
    CONSTRAINT fund_receipt_pkey PRIMARY KEY (county_code, id),
    CONSTRAINT fund_receipt_document_key UNIQUE (county_code, fund_id, document_no),
    CONSTRAINT fund_receipt_fund_fkey FOREIGN KEY (county_code, fund_id) REFERENCES fund (county_code, id),
    CONSTRAINT fund_receipt_carried_from_fkey FOREIGN KEY (county_code, carried_from_fund_id) REFERENCES fund (county_code, id),
    CONSTRAINT fund_receipt_amount_check CHECK (amount_fen > 0)
  );
  CREATE INDEX fund_receipt_received_idx ON fund_receipt (county_code, received_on, id);

  CREATE TABLE ledger_entry (
    county_code varchar(6) NOT NULL,
    id uuid NOT NULL,
    fund_id uuid NOT NULL,
    number integer NOT NULL,
    previous_number integer,
    kind text NOT NULL,
    debit_account text NOT NULL,
    credit_account text NOT NULL,
    amount_fen bigint NOT NULL,
    balances_before bigint[] NOT NULL,
    balances_after bigint[] NOT NULL,
    receipt_id uuid,
    batch_id uuid,
    recorded_by text NOT NULL,
    recorded_at timestamptz NOT NULL,
    CONSTRAINT ledger_entry_pkey PRIMARY KEY (county_code, id),
    CONSTRAINT ledger_entry_number_key UNIQUE (county_code, fund_id, number),
    CONSTRAINT ledger_entry_balances_key UNIQUE (county_code, fund_id, number, balances_after),
    CONSTRAINT ledger_entry_fund_fkey FOREIGN KEY (county_code, fund_id) REFERENCES fund (county_code, id),
    CONSTRAINT ledger_entry_previous_fkey FOREIGN KEY (county_code, fund_id, previous_number, balances_before)
      REFERENCES ledger_entry (county_code, fund_id, number, balances_after),
    CONSTRAINT ledger_entry_receipt_fkey FOREIGN KEY (county_code, receipt_id) REFERENCES fund_receipt (county_code, id),
    CONSTRAINT ledger_entry_amount_check CHECK (amount_fen > 0),
    CONSTRAINT ledger_entry_chain_check CHECK (CASE WHEN number = 1
      THEN previous_number IS NULL AND 0 = ALL (balances_before)
      ELSE number > 1 AND previous_number IS NOT NULL AND previous_number = number - 1 END),
    CONSTRAINT ledger_entry_kind_check CHECK ((kind, credit_account, debit_account) IN (
      ('RECEIVE', 'RECEIVED', 'AVAILABLE'), ('RESERVE', 'AVAILABLE', 'RESERVED'),
      ('RELEASE_RESERVED', 'RESERVED', 'AVAILABLE'), ('COMMIT', 'RESERVED', 'COMMITTED'),
      ('RELEASE_COMMITTED', 'COMMITTED', 'AVAILABLE'), ('PAY', 'COMMITTED', 'PAID'), ('REVERSE', 'PAID', 'COMMITTED'),
      ('TAKE_BACK', 'PAID', 'RETURNED'), ('CARRY_OVER', 'AVAILABLE', 'CARRIED_OVER'),
      ('CARRY_OVER_RETURNED', 'RETURNED', 'CARRIED_OVER'))),
    CONSTRAINT ledger_entry_balances_check CHECK (cardinality(balances_before) = 7 AND cardinality(balances_after) = 7
      AND balances_after[1] - balances_before[1] = amount_fen * (credit_account = 'RECEIVED')::integer
      AND ${MOVEMENT}),
    CONSTRAINT ledger_entry_overdrawn_check CHECK (0 <= ALL (balances_after)),
    CONSTRAINT ledger_entry_cause_check CHECK (receipt_id IS NULL OR batch_id IS NULL)
  );
  CREATE INDEX ledger_entry_batch_idx ON ledger_entry (county_code, batch_id, kind);
  ALTER TABLE fund ADD CONSTRAINT fund_balances_fkey FOREIGN KEY (county_code, id, entry_number, balances)
    REFERENCES ledger_entry (county_code, fund_id, number, balances_after);
`;

/** What was received and what moved is added to, never changed. */
const SECURITY = `
  ${rowSecurity('fund', {}, SERVICE)}
  ${rowSecurity('fund_receipt', {}, SERVICE)}
  ${rowSecurity('ledger_entry', {}, SERVICE)}
  REVOKE DELETE ON fund FROM ${SERVICE};
  REVOKE UPDATE, DELETE ON fund_receipt, ledger_entry FROM ${SERVICE};
`;
