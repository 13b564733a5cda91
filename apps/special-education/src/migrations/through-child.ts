import { rowSecurity } from '@bureau/access';

/** What is known about a child is seen by those who see the child. Released migrations call it: never edit it. */
export const throughChild = (table: string, serviceRole: string) => `${rowSecurity(table, {}, serviceRole)}
  CREATE POLICY child_reach ON ${table} AS RESTRICTIVE TO ${serviceRole} USING (
    (SELECT current_setting('bureau.township', true) = '' AND current_setting('bureau.school', true) = '')
    OR child_id IN (SELECT id FROM disabled_child)
  );`;
