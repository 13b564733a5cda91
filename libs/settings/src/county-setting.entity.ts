import { EntitySchema } from 'typeorm';

/** A value that a county set for a key of its catalogue, from a day on and until the next row of the key. */
export interface CountySetting {
  countyCode: string;
  key: string;
  validFrom: string;
  value: unknown;
  /** The document that sets it, such as 宁教基〔2025〕3号. */
  document: string;
  /** The subject of who set it. */
  setBy: string;
  setAt: Date;
}

const primary = { primary: true, primaryKeyConstraintName: 'county_setting_pkey' } as const;

export const CountySettingEntity = new EntitySchema<CountySetting>({
  name: 'CountySetting',
  columns: {
    countyCode: { type: 'varchar', length: 6, ...primary },
    key: { type: 'text', ...primary },
    validFrom: { type: 'date', ...primary },
    value: { type: 'jsonb' },
    document: { type: 'text' },
    setBy: { type: 'text' },
    setAt: { type: 'timestamptz' },
  },
});
