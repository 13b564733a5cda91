import type { Scope } from './scopes.ts';

export const anyone = ['county:read'] as const satisfies readonly Scope[];
export const staff = [...anyone, 'figures:read'] as const satisfies readonly Scope[];
export const roll = ['students:identify', 'students:read'] as const satisfies readonly Scope[];
export const everythingToRead = [
  ...staff,
  ...roll,
  'dropout-cases:read',
  'children-of-age:read',
  'disabled-children:read',
  'aid-awards:read',
  'aid-applications:read',
  'aid-evidence:read',
  'payee-accounts:read',
  'student-loans:read',
  'payments:read',
  'funds:read',
  'disbursements:read',
  'digital-profiles:read',
] as const satisfies readonly Scope[];
