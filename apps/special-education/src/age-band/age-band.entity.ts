import { EntitySchema } from 'typeorm';

/**
 * The ages at which the county owes a disabled child its schooling (适龄, 6–16 in the county's reports), in force from a
 * day until the next row's.
 */
export interface AgeBand {
  countyCode: string;
  validFrom: string;
  /** Full years of age on the cut-off day. */
  youngest: number;
  oldest: number;
  /** The cut-off before a school year, 31 August unless the province sets another day. */
  cutoffMonth: number;
  cutoffDay: number;
  /** The document that sets it. */
  document: string;
}

export const AgeBandEntity = new EntitySchema<AgeBand>({
  name: 'AgeBand',
  columns: {
    countyCode: { type: 'varchar', length: 6, primary: true, primaryKeyConstraintName: 'age_band_pkey' },
    validFrom: { type: 'date', primary: true, primaryKeyConstraintName: 'age_band_pkey' },
    youngest: { type: 'smallint' },
    oldest: { type: 'smallint' },
    cutoffMonth: { type: 'smallint' },
    cutoffDay: { type: 'smallint' },
    document: { type: 'text' },
  },
  checks: [
    { name: 'age_band_ages_check', expression: `youngest BETWEEN 0 AND oldest AND oldest <= 30` },
    { name: 'age_band_cutoff_check', expression: `make_date(2001, cutoff_month, cutoff_day) IS NOT NULL` },
  ],
});
