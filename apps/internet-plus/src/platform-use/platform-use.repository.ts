import type { Connection } from '@bureau/subgraph';
import { RecordList } from '../record/record-list.repository.ts';
import { type PlatformExport, PlatformExportEntity } from './platform-export.entity.ts';
import { type PlatformUse, PlatformUseEntity } from './platform-use.entity.ts';
import { type PlatformSectionUse, PlatformSectionUseEntity } from './platform-section-use.entity.ts';

export type PlatformExportConnection = Connection<PlatformExport>;

/** Monthly exports that were imported (平台月报). */
export const platformExports = new RecordList(PlatformExportEntity, {
  conditions: {
    platforms: 'row.platform = ANY(:platforms)',
    months: 'row.month = ANY(:months)',
  },
  orders: {
    MONTH_DESC: ['month', 'DESC'],
  },
});

export type PlatformUseConnection = Connection<PlatformUse>;

/** Use of the platforms by school, role and month (平台应用). */
export const platformUses = new RecordList(PlatformUseEntity, {
  conditions: {
    schools: 'row.schoolId = ANY(:schools)',
    townships: 'row.townshipCode = ANY(:townships)',
    platforms: 'row.platform = ANY(:platforms)',
    months: 'row.month = ANY(:months)',
    roles: 'row.role = ANY(:roles)',
    belowActivePercent: 'row.active * 100 < :belowActivePercent * row.people',
  },
  ids: ['schools'],
  orders: {
    ACTIVE_ASC: ['active', 'ASC'],
    ACTIVE_DESC: ['active', 'DESC'],
  },
  groupings: {
    TOWNSHIP: 'row.townshipCode',
    SCHOOL: 'row.schoolId',
    ROLE: 'row.role',
    MONTH: 'row.month',
    PLATFORM: 'row.platform',
  },
  sums: {
    people: 'row.people',
    registered: 'row.registered',
    active: 'row.active',
    visits: 'row.visits',
    uploads: 'row.uploads',
  },
});

export type PlatformSectionUseConnection = Connection<PlatformSectionUse>;

/** Views by section, school and month (栏目浏览量). */
export const platformSectionUses = new RecordList(PlatformSectionUseEntity, {
  conditions: {
    schools: 'row.schoolId = ANY(:schools)',
    townships: 'row.townshipCode = ANY(:townships)',
    platforms: 'row.platform = ANY(:platforms)',
    months: 'row.month = ANY(:months)',
    sections: 'row.section = ANY(:sections)',
  },
  ids: ['schools'],
  orders: {
    VIEWS_DESC: ['views', 'DESC'],
  },
  groupings: {
    TOWNSHIP: 'row.townshipCode',
    SCHOOL: 'row.schoolId',
    SECTION: 'row.section',
    MONTH: 'row.month',
  },
  sums: { views: 'row.views' },
});
