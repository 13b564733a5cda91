import { COUNTY_ROLES } from './county-roles.ts';
import { controlOfClass, controlOfCounty, controlOfSchool, everythingToRead, roll, staff } from './scope-sets.ts';
import { rollOfCounty, rollOfPrincipal, rollOfSchool, verificationOfClass } from './scope-sets.ts';
import { specialEducationOfClass, specialEducationOfCounty, specialEducationOfSchool } from './scope-sets.ts';
import { FIELD_ROLES } from './field-roles.ts';
import type { RoleGrant } from './role-grant.ts';

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
      ...verificationOfClass,
      ...controlOfClass,
      'aid-applications:read',
      'aid-applications:write',
      'aid-applications:class-review',
      ...specialEducationOfClass,
    ],
  },
  'subject-teacher': {
    chinese: '科任教师',
    reach: 'class',
    scopes: [...staff, ...roll, 'dropout-cases:read', 'attendance:read', 'home-visits:read', 'home-visits:write'],
  },
  'school-registrar': {
    chinese: '学籍管理员',
    reach: 'school',
    scopes: [...staff, ...roll, ...rollOfSchool, ...controlOfSchool],
  },
  'school-aid-clerk': {
    chinese: '资助专干',
    reach: 'school',
    scopes: [
      ...staff,
      ...roll,
      'handovers:read',
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
    scopes: [...staff, ...roll, 'handovers:read', ...specialEducationOfSchool],
  },
  'school-it-lead': {
    chinese: '信息化负责人',
    reach: 'school',
    scopes: [...staff, 'digital-profiles:read', 'digital-profiles:write', 'teachers:read', 'network-security:read'],
  },
  principal: {
    chinese: '校长',
    reach: 'school',
    scopes: [
      ...staff,
      ...roll,
      ...controlOfSchool,
      ...rollOfPrincipal,
      'dropout-cases:approve',
      'disabled-children:read',
      'special-education-duties:write',
      'aid-awards:read',
      'aid-applications:read',
      'aid-applications:school-review',
      'payee-accounts:read',
      'payments:read',
      'disbursements:read',
      'disbursements:confirm',
      'digital-profiles:read',
      'teachers:read',
      'network-security:read',
    ],
  },

  'enrollment-office': {
    chinese: '学籍管理办公室',
    reach: 'county',
    scopes: [...staff, ...roll, ...rollOfCounty, ...controlOfCounty, 'children-of-age:read'],
  },
  'special-education-office': {
    chinese: '特殊教育资源中心',
    reach: 'county',
    scopes: [...staff, 'students:identify', 'handovers:read', ...specialEducationOfCounty],
  },
  ...COUNTY_ROLES,
  'deputy-director': {
    chinese: '分管副局长',
    reach: 'county',
    scopes: [...everythingToRead, 'disbursements:approve', 'dropout-cases:approve', 'exports:approve'],
  },
  'county-leader': { chinese: '局长', reach: 'county', scopes: [...everythingToRead, 'disbursements:approve'] },
  ...FIELD_ROLES,
} as const satisfies Record<string, RoleGrant>;

export type Role = keyof typeof ROLES;

export function isRole(name: string): name is Role {
  return Object.hasOwn(ROLES, name);
}
