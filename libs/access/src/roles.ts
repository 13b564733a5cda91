import { anyone, everythingToRead, roll, staff } from './scope-sets.ts';
import type { Scope } from './scopes.ts';

/** How far a role sees: row-level security cuts every answer to it. */
export type Reach = 'county' | 'township' | 'school' | 'class';

export interface RoleGrant {
  chinese: string;
  reach: Reach;
  scopes: readonly Scope[];
}

/**
 * The closed list of roles and what each may do: the least that its work needs.
 * A bureau office sees every school, but of the children only what belongs to its own work.
 */
export const ROLES = {
  'homeroom-teacher': {
    chinese: '班主任',
    reach: 'class',
    scopes: [
      ...staff,
      ...roll,
      'dropout-cases:read',
      'dropout-cases:write',
      'aid-applications:read',
      'aid-applications:write',
      'aid-applications:class-review',
    ],
  },
  'subject-teacher': {
    chinese: '科任教师',
    reach: 'class',
    scopes: [...staff, ...roll, 'dropout-cases:read'],
  },
  'school-registrar': {
    chinese: '学籍管理员',
    reach: 'school',
    scopes: [...staff, ...roll, 'dropout-cases:read', 'dropout-cases:write'],
  },
  'school-aid-clerk': {
    chinese: '资助专干',
    reach: 'school',
    scopes: [
      ...staff,
      ...roll,
      'aid-awards:read',
      'aid-applications:read',
      'aid-applications:write',
      'aid-applications:school-review',
      'payee-accounts:read',
      'payee-accounts:write',
      'payments:read',
      'disbursements:read',
    ],
  },
  'special-education-teacher': {
    chinese: '特教教师',
    reach: 'school',
    scopes: [...staff, ...roll, 'disabled-children:read'],
  },
  'school-it-lead': {
    chinese: '信息化负责人',
    reach: 'school',
    scopes: [...staff, 'digital-profiles:read'],
  },
  principal: {
    chinese: '校长',
    reach: 'school',
    scopes: [
      ...staff,
      ...roll,
      'dropout-cases:read',
      'dropout-cases:write',
      'disabled-children:read',
      'aid-awards:read',
      'aid-applications:read',
      'aid-applications:school-review',
      'payee-accounts:read',
      'payments:read',
      'disbursements:read',
      'disbursements:confirm',
      'digital-profiles:read',
    ],
  },

  'enrollment-office': {
    chinese: '学籍管理办公室',
    reach: 'county',
    scopes: [...staff, ...roll, 'dropout-cases:read', 'dropout-cases:write', 'children-of-age:read'],
  },
  'special-education-office': {
    chinese: '特殊教育资源中心',
    reach: 'county',
    scopes: [...staff, 'students:identify', 'disabled-children:read'],
  },
  'student-aid-office': {
    chinese: '学生资助管理中心',
    reach: 'county',
    scopes: [
      ...staff,
      'students:identify',
      'aid-awards:read',
      'aid-awards:write',
      'aid-applications:read',
      'aid-applications:write',
      'aid-applications:bureau-review',
      'aid-evidence:read',
      'aid-evidence:write',
      'payee-accounts:read',
      'payee-accounts:write',
      'aid-programmes:write',
      'student-loans:read',
      'student-loans:write',
      'payments:read',
      'funds:read',
      'funds:write',
      'disbursements:read',
      'disbursements:write',
      'bank-files:write',
    ],
  },
  'internet-plus-office': {
    chinese: '“互联网+教育”专班',
    reach: 'county',
    scopes: [...staff, 'digital-profiles:read'],
  },
  'deputy-director': { chinese: '分管副局长', reach: 'county', scopes: [...everythingToRead, 'disbursements:approve'] },
  'county-leader': { chinese: '局长', reach: 'county', scopes: [...everythingToRead, 'disbursements:approve'] },
  supervisor: {
    chinese: '督学',
    reach: 'county',
    scopes: [...staff, 'students:identify', 'dropout-cases:read'],
  },

  'township-leader': {
    chinese: '乡镇分管领导',
    reach: 'township',
    scopes: [...staff, 'students:identify', 'dropout-cases:read', 'dropout-cases:write', 'children-of-age:read'],
  },
  'township-education-officer': {
    chinese: '乡镇教育专干',
    reach: 'township',
    scopes: [...staff, 'students:identify', 'dropout-cases:read', 'dropout-cases:write', 'children-of-age:read'],
  },
  'village-cadre': {
    chinese: '村(居)干部',
    reach: 'township',
    scopes: [...staff, 'students:identify', 'dropout-cases:read'],
  },

  'county-department': { chinese: '县直部门', reach: 'county', scopes: anyone },
  'paying-bank': { chinese: '一卡通代理行', reach: 'county', scopes: anyone },
  guardian: { chinese: '监护人', reach: 'class', scopes: anyone },
} as const satisfies Record<string, RoleGrant>;

export type Role = keyof typeof ROLES;

export function isRole(name: string): name is Role {
  return Object.hasOwn(ROLES, name);
}
