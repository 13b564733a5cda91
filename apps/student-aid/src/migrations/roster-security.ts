const setting = (name: string) => `current_setting('bureau.${name}', true)`;

/**
 * The SQL that lets a service role see and write what is known of a child as long as the actor reaches the child itself:
 * such rows go where the child goes, and the school that it has left sees them no more.
 *
 * Released migrations call it: never edit it, add a new one.
 */
export function rosterSecurity(table: string, serviceRole: string): string {
  const wholeCounty = ['township', 'school', 'class'].map((name) => `${setting(name)} = ''`).join(' AND ');
  return `
  ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
  CREATE POLICY actor_reach ON ${table} TO ${serviceRole} USING (
    county_code = (SELECT ${setting('county')})
    AND ((SELECT ${wholeCounty}) OR EXISTS (
      SELECT FROM student_roster child WHERE child.county_code = ${table}.county_code AND child.id = ${table}.student_id))
  );
  GRANT SELECT, INSERT, UPDATE, DELETE ON ${table} TO ${serviceRole};
`;
}
