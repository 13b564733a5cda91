import { rowSecurity } from '@bureau/access';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const SERVICE = 'internet_plus';
const PLACE = { township: 'township_code', school: 'school_id' };

/** Monthly exports of the platforms: counts by school, role and section. */
export class CreatePlatformUse1764600400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(PLATFORM_EXPORT + PLATFORM_USE + PLATFORM_SECTION_USE + SECURITY);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

const PLATFORM_EXPORT = `
  CREATE TABLE platform_export (
    county_code varchar(6) NOT NULL,
    id uuid NOT NULL,
    platform text NOT NULL,
    month text NOT NULL,
    content_hash text NOT NULL,
    schools integer NOT NULL,
    imported_at timestamptz NOT NULL,
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT platform_export_pkey PRIMARY KEY (county_code, id),
    CONSTRAINT platform_export_month_key UNIQUE (county_code, platform, month),
    CONSTRAINT platform_export_platform_check CHECK (platform IN ('NATIONAL', 'REGION')),
    CONSTRAINT platform_export_month_check CHECK (month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
    CONSTRAINT platform_export_schools_check CHECK (schools >= 0)
  );`;

const PLATFORM_USE = `
  CREATE TABLE platform_use (
    county_code varchar(6) NOT NULL,
    id uuid NOT NULL,
    school_id uuid NOT NULL,
    township_code varchar(9) NOT NULL,
    export_id uuid NOT NULL,
    platform text NOT NULL,
    month text NOT NULL,
    role text NOT NULL,
    people integer NOT NULL,
    registered integer NOT NULL,
    active integer NOT NULL,
    visits integer NOT NULL,
    uploads integer NOT NULL,
    CONSTRAINT platform_use_pkey PRIMARY KEY (county_code, id),
    CONSTRAINT platform_use_month_key UNIQUE (county_code, platform, month, school_id, role),
    CONSTRAINT platform_use_export_fkey FOREIGN KEY (county_code, export_id) REFERENCES platform_export (county_code, id),
    CONSTRAINT platform_use_township_check CHECK (township_code ~ ('^' || county_code || '[0-9]{3}$')),
    CONSTRAINT platform_use_platform_check CHECK (platform IN ('NATIONAL', 'REGION')),
    CONSTRAINT platform_use_role_check CHECK (role IN ('TEACHER', 'LEARNER', 'PARENT')),
    CONSTRAINT platform_use_counts_check CHECK (people >= 0 AND registered BETWEEN 0 AND people AND active BETWEEN 0 AND registered AND visits >= 0 AND uploads >= 0),
    CONSTRAINT platform_use_month_check CHECK (month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$')
  );
  CREATE INDEX platform_use_active_idx ON platform_use (county_code, month, active, id);`;

const PLATFORM_SECTION_USE = `
  CREATE TABLE platform_section_use (
    county_code varchar(6) NOT NULL,
    id uuid NOT NULL,
    school_id uuid NOT NULL,
    township_code varchar(9) NOT NULL,
    export_id uuid NOT NULL,
    platform text NOT NULL,
    month text NOT NULL,
    section text NOT NULL,
    views integer NOT NULL,
    CONSTRAINT platform_section_use_pkey PRIMARY KEY (county_code, id),
    CONSTRAINT platform_section_use_month_key UNIQUE (county_code, platform, month, school_id, section),
    CONSTRAINT platform_section_use_export_fkey FOREIGN KEY (county_code, export_id) REFERENCES platform_export (county_code, id),
    CONSTRAINT platform_section_use_township_check CHECK (township_code ~ ('^' || county_code || '[0-9]{3}$')),
    CONSTRAINT platform_section_use_platform_check CHECK (platform IN ('NATIONAL', 'REGION')),
    CONSTRAINT platform_section_use_views_check CHECK (views >= 0),
    CONSTRAINT platform_section_use_section_check CHECK (section <> '')
  );`;

const SECURITY = [
  ...['platform_use', 'platform_section_use'].map((table) => rowSecurity(table, PLACE, SERVICE)),
  ...['platform_export'].map((table) => rowSecurity(table, {}, SERVICE)),
].join('');
