import { ROLES, type Role } from './roles.ts';
import type { Scope } from './scopes.ts';

const roles = Object.keys(ROLES) as Role[];
const holders = (scope: Scope): Role[] =>
  roles.filter((role) => (ROLES[role].scopes as readonly Scope[]).includes(scope));

it.each([
  [
    'disabled-children:read',
    [
      'homeroom-teacher',
      'special-education-teacher',
      'principal',
      'special-education-office',
      'deputy-director',
      'county-leader',
    ],
  ],
  ['special-education-files:read', ['homeroom-teacher', 'special-education-teacher', 'special-education-office']],
  ['assessments:write', ['special-education-office', 'special-education-expert']],
  ['disabled-children:write', ['special-education-office']],
  ['placements:decide', ['special-education-office']],
  ['special-education-lessons:write', ['special-education-teacher', 'special-education-office']],
  ['special-education-duties:write', ['special-education-teacher', 'principal', 'special-education-office']],
  ['aid-awards:read', ['school-aid-clerk', 'principal', 'student-aid-office', 'deputy-director', 'county-leader']],
  ['payments:read', ['school-aid-clerk', 'principal', 'student-aid-office', 'deputy-director', 'county-leader']],
  [
    'digital-profiles:read',
    ['school-it-lead', 'principal', 'internet-plus-office', 'deputy-director', 'county-leader'],
  ],
  ['digital-profiles:write', ['school-it-lead', 'internet-plus-office']],
  ['internet-plus:write', ['internet-plus-office']],
  ['teachers:read', ['school-it-lead', 'principal', 'internet-plus-office', 'deputy-director', 'county-leader']],
  [
    'network-security:read',
    ['school-it-lead', 'principal', 'internet-plus-office', 'deputy-director', 'county-leader'],
  ],
  ['competition-works:judge', ['competition-judge']],
  [
    'children-of-age:read',
    ['enrollment-office', 'deputy-director', 'county-leader', 'township-leader', 'township-education-officer'],
  ],
  ['access-log:read', ['deputy-director', 'county-leader', 'supervisor']],
  ['exports:approve', ['deputy-director']],
  ['identity-numbers:reveal', ['school-registrar', 'principal', 'enrollment-office']],
] satisfies [Scope, Role[]][])('%s is held by %j and nobody else', (scope, expected) => {
  expect(holders(scope)).toEqual(expected);
});

it('gives those outside the bureau nothing but the public structure', () => {
  for (const role of ['county-department', 'paying-bank', 'guardian'] as const)
    expect(ROLES[role].scopes).toEqual(['county:read']);
});

it('lets every member of staff ask for figures', () => {
  expect(roles.filter((role) => !holders('figures:read').includes(role))).toEqual([
    'special-education-expert',
    'competition-judge',
    'county-department',
    'paying-bank',
    'guardian',
  ]);
});

it('lets no leader of the county write', () => {
  expect(ROLES['county-leader'].scopes.filter((scope) => scope.endsWith(':write'))).toEqual([]);
  expect(ROLES['deputy-director'].scopes.filter((scope) => scope.endsWith(':write'))).toEqual([]);
});
