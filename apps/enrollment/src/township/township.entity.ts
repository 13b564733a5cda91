import { EntitySchema } from 'typeorm';

export const TOWNSHIP_KINDS = ['SUBDISTRICT', 'TOWN', 'TOWNSHIP', 'FARM'] as const;
export type TownshipKind = (typeof TOWNSHIP_KINDS)[number];

/** A division below the county (乡镇、街道、农场). */
export interface Township {
  countyCode: string;
  /** GB/T 2260 and the statistics bureau's three digits behind it: nine digits. */
  code: string;
  name: string;
  kind: TownshipKind;
}

export const TownshipEntity = new EntitySchema<Township>({
  name: 'Township',
  columns: {
    countyCode: { type: 'varchar', length: 6, primary: true, primaryKeyConstraintName: 'township_pkey' },
    code: { type: 'varchar', length: 9, primary: true, primaryKeyConstraintName: 'township_pkey' },
    name: { type: 'text' },
    kind: { type: 'text' },
  },
  foreignKeys: [
    {
      name: 'township_county_fkey',
      target: 'County',
      columnNames: ['countyCode'],
      referencedColumnNames: ['countyCode'],
    },
  ],
  checks: [{ name: 'township_kind_check', expression: `kind IN ('SUBDISTRICT', 'TOWN', 'TOWNSHIP', 'FARM')` }],
});
