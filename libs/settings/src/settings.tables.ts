import { rowSecurity } from '@bureau/access';
import { escapeIdentifier } from 'pg';

/**
 * What a county decides (domain J), from a day on and until the next row of its key, and the state holidays it loaded.
 * Released migrations call it: never edit it, add a new one.
 */
export function settingsTables(serviceRole: string): string {
  const role = escapeIdentifier(serviceRole);
  return `
CREATE TABLE county_setting (
  county_code varchar(6) NOT NULL,
  key text NOT NULL,
  valid_from date NOT NULL,
  value jsonb NOT NULL,
  document text NOT NULL,
  set_by text NOT NULL,
  set_at timestamptz NOT NULL,
  CONSTRAINT county_setting_pkey PRIMARY KEY (county_code, key, valid_from)
);
CREATE TABLE holiday_year (
  county_code varchar(6) NOT NULL,
  year integer NOT NULL,
  notice text NOT NULL,
  issued_on date NOT NULL,
  holidays jsonb NOT NULL,
  make_up_days jsonb NOT NULL,
  CONSTRAINT holiday_year_pkey PRIMARY KEY (county_code, year),
  CONSTRAINT holiday_year_year_check CHECK (year BETWEEN 2000 AND 2200)
);
${rowSecurity('county_setting', {}, role)}
${rowSecurity('holiday_year', {}, role)}`;
}
