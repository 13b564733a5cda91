/** The columns that say where a row is, as far as the table has them. */
export interface RowPlace {
  township?: string;
  school?: string;
  class?: string;
}

const setting = (name: string) => `(SELECT current_setting('bureau.${name}', true))`;
const within = (name: string, column: string | undefined, type: 'text' | 'uuid') => {
  if (!column) return '';
  const value = type === 'uuid' ? `(SELECT nullif(current_setting('bureau.${name}', true), '')::uuid)` : setting(name);
  return `\n    AND (${setting(name)} = '' OR ${column} = ${value})`;
};

/**
 * The SQL that lets a service role see and write only rows of the actor's county and, as far as the table has the
 * column, of the actor's township, school and class. Without the settings of `actorSettings` no row exists.
 * The settings stand in sub-selects, so that PostgreSQL reads them once a statement and not once a row.
 */
export function rowSecurity(table: string, place: RowPlace, serviceRole: string): string {
  return `
  ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
  CREATE POLICY actor_reach ON ${table} TO ${serviceRole} USING (
    county_code = ${setting('county')}${within('township', place.township, 'text')}${within('school', place.school, 'uuid')}${within('class', place.class, 'uuid')}
  );
  GRANT SELECT, INSERT, UPDATE, DELETE ON ${table} TO ${serviceRole};
`;
}
