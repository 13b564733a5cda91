import type { RolePasswords } from '@bureau/postgres';

export const offices = ['enrollment', 'special-education', 'student-aid', 'internet-plus'] as const;

export type Office = (typeof offices)[number];

/** Secret from nobody: these roles exist on the throw-away server only. */
const password: RolePasswords = { service: 'service', owner: 'owner' };

export const testPasswords: Record<Office, RolePasswords> = {
  enrollment: password,
  'special-education': password,
  'student-aid': password,
  'internet-plus': password,
};
