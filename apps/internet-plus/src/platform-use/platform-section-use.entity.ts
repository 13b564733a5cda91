import { EntitySchema } from 'typeorm';
import type { PlatformName } from './platform-use-terms.rules.ts';

/** How often a section of a platform was looked at in a month, from one school (栏目浏览量). */
export interface PlatformSectionUse {
  countyCode: string;
  id: string;
  schoolId: string;
  townshipCode: string;
  exportId: string;
  /** Whose platform. */
  platform: PlatformName;
  /** The month. */
  month: string;
  /** The section, such as 课程教学. */
  section: string;
  /** Views (浏览量). */
  views: number;
}

export const PlatformSectionUseEntity = new EntitySchema<PlatformSectionUse>({
  name: 'PlatformSectionUse',
  columns: {
    countyCode: { type: 'varchar', length: 6, primary: true, primaryKeyConstraintName: 'platform_section_use_pkey' },
    id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'platform_section_use_pkey' },
    schoolId: { type: 'uuid' },
    townshipCode: { type: 'varchar', length: 9 },
    exportId: { type: 'uuid' },
    platform: { type: 'text' },
    month: { type: 'text' },
    section: { type: 'text' },
    views: { type: 'integer' },
  },
  uniques: [
    { name: 'platform_section_use_month_key', columns: ['countyCode', 'platform', 'month', 'schoolId', 'section'] },
  ],
  foreignKeys: [
    {
      name: 'platform_section_use_export_fkey',
      target: 'PlatformExport',
      columnNames: ['countyCode', 'exportId'],
      referencedColumnNames: ['countyCode', 'id'],
    },
  ],
  checks: [
    { name: 'platform_section_use_township_check', expression: `township_code ~ ('^' || county_code || '[0-9]{3}$')` },
    { name: 'platform_section_use_platform_check', expression: `platform IN ('NATIONAL', 'REGION')` },
    { name: 'platform_section_use_views_check', expression: `views >= 0` },
    { name: 'platform_section_use_section_check', expression: `section <> ''` },
  ],
});
