import type { RoleGrant } from './role-grant.ts';
import { aidOfCounty, anyone, staff } from './scope-sets.ts';

/** Offices of the bureau, and the experts from outside, who see what they are called to and nothing else. */
export const COUNTY_ROLES = {
  'special-education-expert': {
    chinese: '残疾人教育专家委员会专家',
    reach: 'county',
    scopes: [...anyone, 'assessments:write'],
  },
  'student-aid-office': {
    chinese: '学生资助管理中心',
    reach: 'county',
    scopes: [...staff, 'students:identify', 'handovers:read', ...aidOfCounty],
  },
  'internet-plus-office': {
    chinese: '“互联网+教育”专班',
    reach: 'county',
    scopes: [
      ...staff,
      'digital-profiles:read',
      'digital-profiles:write',
      'internet-plus:write',
      'internet-plus-settings:write',
      'teachers:read',
      'network-security:read',
    ],
  },
  'competition-judge': {
    chinese: '教学能手大赛评委',
    reach: 'county',
    scopes: [...anyone, 'competition-works:judge'],
  },
} as const satisfies Record<string, RoleGrant>;
