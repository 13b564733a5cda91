/** A value as it stands in the staging table. */
export type Staged = string | number | boolean | Buffer | null;

export const STAGED_STUDENT = {
  id: 'uuid',
  name: 'text',
  sex: 'text',
  born_on: 'date',
  identity_number: 'bytea',
  identity_number_index: 'bytea',
  ethnicity: 'text',
  hukou_division: 'text',
  township_code: 'text',
  is_migrant_child: 'boolean',
  left_behind: 'text',
  boarding: 'text',
  school_id: 'uuid',
  class_id: 'uuid',
  stage: 'text',
  entry_year: 'smallint',
} as const;

export const STAGED_RECORD = {
  birthplace_division: 'text',
  native_division: 'text',
  nationality: 'text',
  document_type: 'text',
  document_valid_to: 'date',
  overseas_status: 'text',
  political_status: 'text',
  health: 'text',
  former_name: 'text',
  hukou_kind: 'text',
  talent: 'text',
  blood_type: 'text',
  auxiliary_number: 'text',
  number_in_class: 'smallint',
  admitted_in: 'text',
  admission_mode: 'text',
  source: 'text',
  living_address: 'bytea',
  postal_address: 'bytea',
  family_address: 'bytea',
  phone: 'bytea',
  phone_index: 'bytea',
  postal_code: 'text',
  email: 'text',
  homepage: 'text',
  is_only_child: 'boolean',
  had_pre_school: 'boolean',
  is_orphan: 'boolean',
  is_martyr_child: 'boolean',
  inclusion: 'text',
  roll_disability: 'text',
  is_seat_purchased: 'boolean',
  wants_aid: 'boolean',
  commute_km: 'smallint',
  commute_mode: 'text',
  needs_school_bus: 'boolean',
} as const;

export const STAGED_GUARDIAN = {
  id: 'uuid',
  name: 'text',
  kinship: 'text',
  kinship_note: 'text',
  ethnicity: 'text',
  employer: 'text',
  job: 'text',
  living_address: 'bytea',
  hukou_division: 'text',
  phone: 'bytea',
  phone_index: 'bytea',
  is_guardian: 'boolean',
  document_type: 'text',
  identity_number: 'bytea',
  identity_number_index: 'bytea',
} as const;

/** A line of PostgreSQL's COPY in its text form. */
export function copyLine(values: readonly Staged[]): string {
  return `${values.map(copyValue).join('\t')}\n`;
}

function copyValue(value: Staged): string {
  if (value === null) return '\\N';
  if (Buffer.isBuffer(value)) return `\\\\x${value.toString('hex')}`;
  const text = String(value);
  return /[\\\t\n\r]/.test(text)
    ? text.replace(/\\/g, '\\\\').replace(/\t/g, '\\t').replace(/\n/g, '\\n').replace(/\r/g, '\\r')
    : text;
}
