import { rowSecurity } from '@bureau/access';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const SERVICE = 'special_education';

/** The disabled children known to the office, their disabilities and placements. */
export class CreateLedger1763900000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE EXTENSION IF NOT EXISTS btree_gist');
    await runner.query(AGE_BAND + DISABLED_CHILD + DISABILITY + PLACEMENT + UNPLACED_NOTE);
    await runner.query(SECURITY);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

const AGE_BAND = `
  CREATE TABLE age_band (
    county_code varchar(6) NOT NULL,
    valid_from date NOT NULL,
    youngest smallint NOT NULL,
    oldest smallint NOT NULL,
    cutoff_month smallint NOT NULL,
    cutoff_day smallint NOT NULL,
    document text NOT NULL,
    CONSTRAINT age_band_pkey PRIMARY KEY (county_code, valid_from),
    CONSTRAINT age_band_ages_check CHECK (youngest BETWEEN 0 AND oldest AND oldest <= 30),
    CONSTRAINT age_band_cutoff_check CHECK (make_date(2001, cutoff_month, cutoff_day) IS NOT NULL)
  );`;

const DISABLED_CHILD = `
  CREATE TABLE disabled_child (
    county_code varchar(6) NOT NULL,
    id uuid NOT NULL,
    student_id uuid,
    name text NOT NULL,
    sex varchar(1) NOT NULL,
    born_on date NOT NULL,
    identity_number bytea,
    identity_number_index bytea,
    certificate_status text NOT NULL,
    certificate_number bytea,
    certificate_number_index bytea,
    identified_by text NOT NULL,
    primary_category varchar(1) NOT NULL,
    township_code varchar(9) NOT NULL,
    school_id uuid,
    class_id uuid,
    registered_on date NOT NULL,
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT disabled_child_pkey PRIMARY KEY (county_code, id),
    CONSTRAINT disabled_child_student_key UNIQUE (county_code, student_id),
    CONSTRAINT disabled_child_identity_number_key UNIQUE (county_code, identity_number_index),
    CONSTRAINT disabled_child_certificate_number_key UNIQUE (county_code, certificate_number_index),
    CONSTRAINT disabled_child_sex_check CHECK (sex IN ('0', '1', '2', '9')),
    CONSTRAINT disabled_child_township_check CHECK (township_code ~ '^[0-9]{9}$'),
    CONSTRAINT disabled_child_class_check CHECK (class_id IS NULL OR school_id IS NOT NULL),
    CONSTRAINT disabled_child_registered_check CHECK (registered_on >= born_on),
    CONSTRAINT disabled_child_identified_check CHECK (identified_by IN ('CERTIFICATE', 'HOSPITAL', 'EXPERT_COMMITTEE', 'SCHOOL')),
    CONSTRAINT disabled_child_certificate_check CHECK (CASE certificate_status
      WHEN 'NONE' THEN certificate_number IS NULL
      WHEN 'VALID' THEN certificate_number IS NOT NULL
      ELSE certificate_status IN ('APPLYING', 'EXPIRED', 'REVOKED') END),
    CONSTRAINT disabled_child_sealed_check CHECK ((identity_number IS NULL) = (identity_number_index IS NULL)
      AND (certificate_number IS NULL) = (certificate_number_index IS NULL))
  );
  CREATE INDEX disabled_child_name_idx ON disabled_child (county_code, name, id);
  CREATE INDEX disabled_child_born_idx ON disabled_child (county_code, born_on, id);
  CREATE INDEX disabled_child_school_idx ON disabled_child (county_code, school_id, class_id);`;

/** A child points to its primary disability, so it has exactly one; both are written in one transaction. */
const DISABILITY = `
  CREATE TABLE disability (
    county_code varchar(6) NOT NULL,
    child_id uuid NOT NULL,
    category varchar(1) NOT NULL,
    level smallint NOT NULL,
    CONSTRAINT disability_pkey PRIMARY KEY (county_code, child_id, category),
    CONSTRAINT disability_child_fkey FOREIGN KEY (county_code, child_id) REFERENCES disabled_child (county_code, id) ON DELETE CASCADE,
    CONSTRAINT disability_category_check CHECK (category ~ '^[1-7]$'),
    CONSTRAINT disability_level_check CHECK (level BETWEEN 1 AND 4)
  );
  ALTER TABLE disabled_child ADD CONSTRAINT disabled_child_primary_category_fkey
    FOREIGN KEY (county_code, id, primary_category) REFERENCES disability (county_code, child_id, category)
    DEFERRABLE INITIALLY DEFERRED;`;

const PLACEMENT = `
  CREATE TABLE placement (
    county_code varchar(6) NOT NULL,
    id uuid NOT NULL,
    child_id uuid NOT NULL,
    kind text NOT NULL,
    school_id uuid,
    external_school_name text,
    external_school_city text,
    started_on date NOT NULL,
    ended_on date,
    expires_on date,
    decided_on date,
    document_number text,
    CONSTRAINT placement_pkey PRIMARY KEY (county_code, id),
    CONSTRAINT placement_child_fkey FOREIGN KEY (county_code, child_id) REFERENCES disabled_child (county_code, id),
    CONSTRAINT placement_kind_check CHECK (kind IN ('REGULAR_CLASS', 'SPECIAL_CLASS', 'SPECIAL_SCHOOL_COUNTY',
      'SPECIAL_SCHOOL_EXTERNAL', 'HOME_TEACHING', 'DISTANCE', 'WELFARE_OR_REHAB_CLASS', 'DEFERRED', 'EXEMPT', 'VOCATIONAL',
      'MOVED_OUT', 'COMPLETED')),
    CONSTRAINT placement_dates_check CHECK (ended_on > started_on AND expires_on > started_on),
    CONSTRAINT placement_school_check CHECK (
      kind NOT IN ('REGULAR_CLASS', 'SPECIAL_CLASS', 'SPECIAL_SCHOOL_COUNTY', 'HOME_TEACHING') OR school_id IS NOT NULL),
    CONSTRAINT placement_no_school_check CHECK (
      kind NOT IN ('DEFERRED', 'EXEMPT', 'COMPLETED') OR (school_id IS NULL AND external_school_name IS NULL)),
    CONSTRAINT placement_external_school_check CHECK (
      (external_school_name IS NULL) = (external_school_city IS NULL)
      AND (external_school_name IS NULL OR school_id IS NULL)
      AND (kind <> 'SPECIAL_SCHOOL_EXTERNAL' OR external_school_name IS NOT NULL)),
    CONSTRAINT placement_deferral_check CHECK (
      (kind = 'DEFERRED') = (expires_on IS NOT NULL)
      AND (kind <> 'DEFERRED' OR (document_number IS NOT NULL AND decided_on IS NOT NULL))),
    CONSTRAINT placement_one_at_a_time_excl EXCLUDE USING gist (county_code WITH =, child_id WITH =,
      daterange(started_on, LEAST(ended_on, expires_on)) WITH &&)
  );
  CREATE INDEX placement_child_idx ON placement (county_code, child_id, started_on);`;

const UNPLACED_NOTE = `
  CREATE TABLE unplaced_note (
    county_code varchar(6) NOT NULL,
    id uuid NOT NULL,
    child_id uuid NOT NULL,
    noted_on date NOT NULL,
    reason text NOT NULL,
    next_step text NOT NULL,
    CONSTRAINT unplaced_note_pkey PRIMARY KEY (county_code, id),
    CONSTRAINT unplaced_note_child_fkey FOREIGN KEY (county_code, child_id) REFERENCES disabled_child (county_code, id)
  );
  CREATE INDEX unplaced_note_child_idx ON unplaced_note (county_code, child_id, noted_on);`;

/**
 * What is known about a child is seen by those who see the child. The children in reach are gathered once a statement,
 * and not at all for who reaches the whole county.
 */
const throughChild = (table: string) => `${rowSecurity(table, {}, SERVICE)}
  CREATE POLICY child_reach ON ${table} AS RESTRICTIVE TO ${SERVICE} USING (
    (SELECT current_setting('bureau.township', true) = '' AND current_setting('bureau.school', true) = '')
    OR child_id IN (SELECT id FROM disabled_child)
  );`;

const SECURITY = [
  rowSecurity('age_band', {}, SERVICE),
  rowSecurity('disabled_child', { township: 'township_code', school: 'school_id', class: 'class_id' }, SERVICE),
  ...['disability', 'placement', 'unplaced_note'].map(throughChild),
].join('');
