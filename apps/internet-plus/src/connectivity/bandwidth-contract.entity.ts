import { EntitySchema } from 'typeorm';

/** A line that a school has from an operator (宽带合同); a school's lines add up. */
export interface BandwidthContract {
  countyCode: string;
  id: string;
  schoolId: string;
  townshipCode: string;
  /** Which line of the school, such as 主线 or 备线. */
  line: string;
  /** Who provides it (运营商). */
  operator: string;
  /** What was agreed, Mbps. */
  mbps: number;
  /** Its price a month, fen. */
  monthlyFen: string;
  /** First day. */
  startsOn: string;
  /** Last day. */
  endsOn: string;
  version: number;
}

export const BandwidthContractEntity = new EntitySchema<BandwidthContract>({
  name: 'BandwidthContract',
  columns: {
    countyCode: { type: 'varchar', length: 6, primary: true, primaryKeyConstraintName: 'bandwidth_contract_pkey' },
    id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'bandwidth_contract_pkey' },
    schoolId: { type: 'uuid' },
    townshipCode: { type: 'varchar', length: 9 },
    line: { type: 'text' },
    operator: { type: 'text' },
    mbps: { type: 'integer' },
    monthlyFen: { type: 'bigint' },
    startsOn: { type: 'date' },
    endsOn: { type: 'date' },
    version: { type: 'integer', default: 1 },
  },
  indices: [{ name: 'bandwidth_contract_ends_idx', columns: ['countyCode', 'endsOn', 'id'] }],
  exclusions: [
    {
      name: 'bandwidth_contract_one_at_a_time_excl',
      expression: `USING gist (county_code WITH =, school_id WITH =, line WITH =, daterange(starts_on, ends_on + 1) WITH &&)`,
    },
  ],
  checks: [
    { name: 'bandwidth_contract_township_check', expression: `township_code ~ ('^' || county_code || '[0-9]{3}$')` },
    { name: 'bandwidth_contract_mbps_check', expression: `mbps BETWEEN 1 AND 1000000` },
    { name: 'bandwidth_contract_price_check', expression: `monthly_fen >= 0` },
    { name: 'bandwidth_contract_dates_check', expression: `ends_on >= starts_on` },
    { name: 'bandwidth_contract_words_check', expression: `line <> '' AND operator <> ''` },
  ],
});
