import { EntitySchema } from 'typeorm';

/** What every school's access must reach (带宽达标), from a day on and until the next row; docs/rules/internet-plus.md#coverage. */
export interface BandwidthTarget {
  countyCode: string;
  validFrom: string;
  mbps: number;
  /** The document that sets it, such as 宁政发〔2018〕49号. */
  document: string;
}

export const BandwidthTargetEntity = new EntitySchema<BandwidthTarget>({
  name: 'BandwidthTarget',
  columns: {
    countyCode: { type: 'varchar', length: 6, primary: true, primaryKeyConstraintName: 'bandwidth_target_pkey' },
    validFrom: { type: 'date', primary: true, primaryKeyConstraintName: 'bandwidth_target_pkey' },
    mbps: { type: 'integer' },
    document: { type: 'text' },
  },
  checks: [{ name: 'bandwidth_target_mbps_check', expression: `mbps BETWEEN 1 AND 1000000` }],
});
