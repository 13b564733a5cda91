import type { RoleGrant } from './role-grant.ts';
import { anyone, controlOfTownship, staff } from './scope-sets.ts';

/** Those who work in townships and villages or look into schools, and those outside the bureau. */
export const FIELD_ROLES = {
  supervisor: {
    chinese: '督学',
    reach: 'county',
    scopes: [
      ...staff,
      'students:identify',
      'dropout-cases:read',
      'access-log:read',
      'responsibility:read',
      'home-visits:read',
      'monthly-reports:read',
      'supervision:read',
      'supervision:write',
    ],
  },

  'township-leader': {
    chinese: '乡镇分管领导',
    reach: 'township',
    scopes: [...staff, 'students:identify', ...controlOfTownship, 'dropout-cases:approve', 'children-of-age:read'],
  },
  'township-education-officer': {
    chinese: '乡镇教育专干',
    reach: 'township',
    scopes: [...staff, 'students:identify', ...controlOfTownship, 'children-of-age:read'],
  },
  'village-cadre': {
    chinese: '村(居)干部',
    reach: 'township',
    scopes: [
      ...staff,
      'students:identify',
      'dropout-cases:read',
      'responsibility:read',
      'home-visits:read',
      'home-visits:write',
    ],
  },

  'county-department': { chinese: '县直部门', reach: 'county', scopes: anyone },
  'paying-bank': { chinese: '一卡通代理行', reach: 'county', scopes: anyone },
  guardian: { chinese: '监护人', reach: 'class', scopes: anyone },
} as const satisfies Record<string, RoleGrant>;
