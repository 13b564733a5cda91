import { EntitySchema } from 'typeorm';
import type { PlatformName, PlatformRole } from './platform-use-terms.rules.ts';

/** Who used a platform in a month, at one school and in one role: counts (平台应用). */
export interface PlatformUse {
  countyCode: string;
  id: string;
  schoolId: string;
  townshipCode: string;
  exportId: string;
  /** Whose platform. */
  platform: PlatformName;
  /** The month. */
  month: string;
  /** In which role. */
  role: PlatformRole;
  /** How many there are. */
  people: number;
  /** Of these, registered (注册). */
  registered: number;
  /** Of these, signed in within 30 days (月活跃). */
  active: number;
  /** Visits (访问量). */
  visits: number;
  /** Resources uploaded (上传资源). */
  uploads: number;
}

export const PlatformUseEntity = new EntitySchema<PlatformUse>({
  name: 'PlatformUse',
  columns: {
    countyCode: { type: 'varchar', length: 6, primary: true, primaryKeyConstraintName: 'platform_use_pkey' },
    id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'platform_use_pkey' },
    schoolId: { type: 'uuid' },
    townshipCode: { type: 'varchar', length: 9 },
    exportId: { type: 'uuid' },
    platform: { type: 'text' },
    month: { type: 'text' },
    role: { type: 'text' },
    people: { type: 'integer' },
    registered: { type: 'integer' },
    active: { type: 'integer' },
    visits: { type: 'integer' },
    uploads: { type: 'integer' },
  },
  uniques: [{ name: 'platform_use_month_key', columns: ['countyCode', 'platform', 'month', 'schoolId', 'role'] }],
  indices: [{ name: 'platform_use_active_idx', columns: ['countyCode', 'month', 'active', 'id'] }],
  foreignKeys: [
    {
      name: 'platform_use_export_fkey',
      target: 'PlatformExport',
      columnNames: ['countyCode', 'exportId'],
      referencedColumnNames: ['countyCode', 'id'],
    },
  ],
  checks: [
    { name: 'platform_use_township_check', expression: `township_code ~ ('^' || county_code || '[0-9]{3}$')` },
    { name: 'platform_use_platform_check', expression: `platform IN ('NATIONAL', 'REGION')` },
    { name: 'platform_use_role_check', expression: `role IN ('TEACHER', 'LEARNER', 'PARENT')` },
    {
      name: 'platform_use_counts_check',
      expression: `people >= 0 AND registered BETWEEN 0 AND people AND active BETWEEN 0 AND registered AND visits >= 0 AND uploads >= 0`,
    },
    { name: 'platform_use_month_check', expression: `month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'` },
  ],
});
