import { rowSecurity } from '@bureau/access';
import { escapeIdentifier } from 'pg';

const PLACE = { township: 'township_code', school: 'school_id', class: 'class_id' };

/** Where the person stands who brought or asked for it: who reaches that place sees it. */
const PLACE_COLUMNS = `
  township_code varchar(9),
  school_id uuid,
  class_id uuid,`;

/**
 * Files that came in and went out of an office: import runs and their faults, requests for exports, stored documents, and
 * the log of accesses, which only grows. Released migrations call it: never edit it, add a new one.
 */
export function fileTables(serviceRole: string): string {
  const role = escapeIdentifier(serviceRole);
  const reach = ['import_run', 'import_fault', 'export_request', 'stored_document'].map((table) =>
    rowSecurity(table, PLACE, role),
  );
  return `${IMPORT_RUN}${IMPORT_FAULT}${EXPORT_REQUEST}${STORED_DOCUMENT}${ACCESS_LOG}${reach.join('')}
${rowSecurity('access_log', {}, role)}
REVOKE UPDATE, DELETE ON access_log FROM ${role};`;
}

const IMPORT_RUN = `
CREATE TABLE import_run (
  county_code varchar(6) NOT NULL,
  id uuid NOT NULL,
  kind text NOT NULL,
  state text NOT NULL,
  on_error text NOT NULL,
  is_dry_run boolean NOT NULL,
  file_name text NOT NULL,
  file_bytes bigint NOT NULL,
  file_hash bytea NOT NULL,
  arguments jsonb NOT NULL,
  arguments_hash bytea NOT NULL,
  requested_by text NOT NULL,${PLACE_COLUMNS}
  rows_total integer,
  rows_read integer NOT NULL,
  rows_created integer NOT NULL,
  rows_changed integer NOT NULL,
  rows_unchanged integer NOT NULL,
  rows_faulty integer NOT NULL,
  fault jsonb,
  received_at timestamptz NOT NULL,
  finished_at timestamptz,
  alive_at timestamptz NOT NULL,
  CONSTRAINT import_run_pkey PRIMARY KEY (county_code, id),
  CONSTRAINT import_run_state_check CHECK (state IN ('RECEIVED', 'RUNNING', 'DONE', 'REJECTED', 'CANCELLED', 'FAILED')),
  CONSTRAINT import_run_on_error_check CHECK (on_error IN ('REJECT_ALL', 'SKIP_INVALID')),
  CONSTRAINT import_run_finished_check CHECK ((finished_at IS NULL) = (state IN ('RECEIVED', 'RUNNING')))
);
CREATE UNIQUE INDEX import_run_same_file_key ON import_run (county_code, kind, file_hash, arguments_hash)
  WHERE state IN ('RECEIVED', 'RUNNING', 'DONE') AND NOT is_dry_run;
CREATE INDEX import_run_received_idx ON import_run (county_code, received_at, id);`;

const IMPORT_FAULT = `
CREATE TABLE import_fault (
  county_code varchar(6) NOT NULL,
  run_id uuid NOT NULL,
  serial integer NOT NULL,${PLACE_COLUMNS}
  row_number integer NOT NULL,
  column_title text NOT NULL,
  value text NOT NULL,
  code text NOT NULL,
  message_zh text NOT NULL,
  message_en text NOT NULL,
  CONSTRAINT import_fault_pkey PRIMARY KEY (county_code, run_id, serial),
  CONSTRAINT import_fault_run_fkey FOREIGN KEY (county_code, run_id) REFERENCES import_run (county_code, id)
);`;

const EXPORT_REQUEST = `
CREATE TABLE export_request (
  county_code varchar(6) NOT NULL,
  id uuid NOT NULL,
  kind text NOT NULL,
  filter jsonb NOT NULL,
  is_unmasked boolean NOT NULL,
  format text NOT NULL,
  purpose text NOT NULL,
  state text NOT NULL,
  requested_by text NOT NULL,${PLACE_COLUMNS}
  requested_at timestamptz NOT NULL,
  row_count integer NOT NULL,
  decided_by text,
  decided_at timestamptz,
  decision_note text,
  expires_at timestamptz,
  link_hash bytea,
  content bytea,
  content_hash bytea,
  version integer NOT NULL,
  CONSTRAINT export_request_pkey PRIMARY KEY (county_code, id),
  CONSTRAINT export_request_state_check CHECK (state IN ('PENDING', 'APPROVED', 'REFUSED', 'GENERATED', 'DOWNLOADED', 'EXPIRED')),
  CONSTRAINT export_request_format_check CHECK (format IN ('XLSX', 'CSV', 'CSV_GBK')),
  CONSTRAINT export_request_purpose_check CHECK (length(purpose) BETWEEN 4 AND 500),
  CONSTRAINT export_request_four_eyes_check CHECK (decided_by <> requested_by),
  CONSTRAINT export_request_decision_check CHECK ((decided_by IS NULL) = (decided_at IS NULL)),
  CONSTRAINT export_request_pending_check CHECK (state <> 'PENDING' OR decided_by IS NULL),
  CONSTRAINT export_request_generated_check CHECK ((state = 'GENERATED') = (content IS NOT NULL))
);
CREATE UNIQUE INDEX export_request_link_key ON export_request (county_code, link_hash);
CREATE INDEX export_request_requested_idx ON export_request (county_code, requested_at, id);`;

const STORED_DOCUMENT = `
CREATE TABLE stored_document (
  county_code varchar(6) NOT NULL,
  id uuid NOT NULL,
  kind text NOT NULL,
  name text NOT NULL,
  media_type text NOT NULL,
  bytes integer NOT NULL,
  content_hash bytea NOT NULL,
  content bytea NOT NULL,
  stored_by text NOT NULL,${PLACE_COLUMNS}
  stored_at timestamptz NOT NULL,
  CONSTRAINT stored_document_pkey PRIMARY KEY (county_code, id)
);`;

const ACCESS_LOG = `
CREATE TABLE access_log (
  county_code varchar(6) NOT NULL,
  id uuid NOT NULL,
  accessed_at timestamptz NOT NULL,
  subject text NOT NULL,
  roles text NOT NULL,
  reach text NOT NULL,
  place text NOT NULL,
  operation text NOT NULL,
  entity_type text NOT NULL,
  entity_id text,
  field_class text NOT NULL,
  row_count integer NOT NULL,
  is_masked boolean NOT NULL,
  purpose text NOT NULL,
  approval_id uuid,
  trace_id text,
  CONSTRAINT access_log_pkey PRIMARY KEY (county_code, id),
  CONSTRAINT access_log_field_class_check CHECK (field_class IN ('L', 'M', 'H'))
);
CREATE INDEX access_log_time_idx ON access_log (county_code, accessed_at, id);`;
