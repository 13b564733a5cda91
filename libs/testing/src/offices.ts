import { type Office, offices } from '@bureau/codes';
import type { RolePasswords } from '@bureau/postgres';

export { type Office, offices };

/** Secret from nobody: these roles exist on the throw-away server only. */
const password: RolePasswords = { service: 'service', owner: 'owner' };

export const testPasswords: Record<Office, RolePasswords> = {
  enrollment: password,
  'special-education': password,
  'student-aid': password,
  'internet-plus': password,
};
