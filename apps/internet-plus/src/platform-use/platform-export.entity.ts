import { EntitySchema } from 'typeorm';
import type { PlatformName } from './platform-use-terms.rules.ts';

/** One monthly export of a platform as it was imported (平台月报). */
export interface PlatformExport {
  countyCode: string;
  id: string;
  /** Whose platform. */
  platform: PlatformName;
  /** The month. */
  month: string;
  contentHash: string;
  /** How many schools it tells of. */
  schools: number;
  /** When it was last imported. */
  importedAt: Date;
  version: number;
}

export const PlatformExportEntity = new EntitySchema<PlatformExport>({
  name: 'PlatformExport',
  columns: {
    countyCode: { type: 'varchar', length: 6, primary: true, primaryKeyConstraintName: 'platform_export_pkey' },
    id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'platform_export_pkey' },
    platform: { type: 'text' },
    month: { type: 'text' },
    contentHash: { type: 'text' },
    schools: { type: 'integer' },
    importedAt: { type: 'timestamptz' },
    version: { type: 'integer', default: 1 },
  },
  uniques: [{ name: 'platform_export_month_key', columns: ['countyCode', 'platform', 'month'] }],
  checks: [
    { name: 'platform_export_platform_check', expression: `platform IN ('NATIONAL', 'REGION')` },
    { name: 'platform_export_month_check', expression: `month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'` },
    { name: 'platform_export_schools_check', expression: `schools >= 0` },
  ],
});
