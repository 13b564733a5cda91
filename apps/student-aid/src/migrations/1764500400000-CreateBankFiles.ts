import { rowSecurity } from '@bureau/access';
import { fileTables } from '@bureau/files';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const SERVICE = 'student_aid';

/** Files to the bank and back. */
export class CreateBankFiles1764500400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(fileTables(SERVICE) + TABLES + SECURITY);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

const TABLES = `
  CREATE TABLE bank_file (
    county_code varchar(6) NOT NULL,
    id uuid NOT NULL,
    batch_id uuid NOT NULL,
    number smallint NOT NULL,
    template_code text NOT NULL,
    line_count integer NOT NULL,
    amount_fen bigint NOT NULL,
    content_hash bytea NOT NULL,
    document_id uuid NOT NULL,
    made_by text NOT NULL,
    made_at timestamptz NOT NULL,
    CONSTRAINT bank_file_pkey PRIMARY KEY (county_code, id),
    CONSTRAINT bank_file_number_key UNIQUE (county_code, batch_id, number),
    CONSTRAINT bank_file_batch_fkey FOREIGN KEY (county_code, batch_id) REFERENCES disbursement_batch (county_code, id),
    CONSTRAINT bank_file_document_fkey FOREIGN KEY (county_code, document_id) REFERENCES stored_document (county_code, id),
    CONSTRAINT bank_file_lines_check CHECK (line_count > 0 AND amount_fen > 0)
  );

  CREATE TABLE bank_return (
    county_code varchar(6) NOT NULL,
    id uuid NOT NULL,
    batch_id uuid NOT NULL,
    content_hash bytea NOT NULL,
    line_count integer NOT NULL,
    amount_fen bigint NOT NULL,
    taken_by text NOT NULL,
    taken_at timestamptz NOT NULL,
    CONSTRAINT bank_return_pkey PRIMARY KEY (county_code, id),
    CONSTRAINT bank_return_content_key UNIQUE (county_code, content_hash),
    CONSTRAINT bank_return_batch_fkey FOREIGN KEY (county_code, batch_id) REFERENCES disbursement_batch (county_code, id)
  );

  CREATE TABLE bank_return_line (
    county_code varchar(6) NOT NULL,
    return_id uuid NOT NULL,
    line_number integer NOT NULL,
    batch_id uuid NOT NULL,
    payment_id uuid,
    school_id uuid,
    sending smallint,
    bucket text NOT NULL,
    amount_fen bigint NOT NULL,
    account_last4 varchar(4) NOT NULL,
    failure_code text,
    paid_on date,
    bank_serial text NOT NULL,
    CONSTRAINT bank_return_line_pkey PRIMARY KEY (county_code, return_id, line_number),
    CONSTRAINT bank_return_line_return_fkey FOREIGN KEY (county_code, return_id) REFERENCES bank_return (county_code, id),
    CONSTRAINT bank_return_line_payment_fkey FOREIGN KEY (county_code, payment_id) REFERENCES payment (county_code, id),
    CONSTRAINT bank_return_line_bucket_check CHECK (bucket IN ('PAID', 'FAILED', 'UNKNOWN', 'DUPLICATE', 'WRONG_AMOUNT', 'REVERSED')),
    CONSTRAINT bank_return_line_payment_check CHECK (bucket = 'UNKNOWN' OR payment_id IS NOT NULL)
  );
  CREATE UNIQUE INDEX bank_return_line_outcome_key ON bank_return_line (county_code, payment_id, sending) WHERE bucket IN ('PAID', 'FAILED');
  CREATE INDEX bank_return_line_batch_idx ON bank_return_line (county_code, batch_id, bucket);
`;

/** What went out and what came back is added to, never changed. */
const SECURITY = `
  ${rowSecurity('bank_file', {}, SERVICE)}
  ${rowSecurity('bank_return', {}, SERVICE)}
  ${rowSecurity('bank_return_line', { school: 'school_id' }, SERVICE)}
  REVOKE UPDATE, DELETE ON bank_file, bank_return, bank_return_line FROM ${SERVICE};
`;
