/** The columns that say where a row is, as far as the table has them. */
export interface RowPlace {
  township?: Columns;
  school?: Columns;
  class?: Columns;
}

/** One column, or several, any of which brings the row into reach: a hand-over is its sender's and its receiver's. */
type Columns = string | readonly string[];

const setting = (name: string) => `current_setting('bureau.${name}', true)`;

const WHOLE_COUNTY = `(SELECT ${['township', 'school', 'class'].map((name) => `${setting(name)} = ''`).join(' AND ')})`;

const within = (name: string, columns: Columns, type: string) => {
  const matches = [columns].flat().map((column) => `${column} = (SELECT nullif(${setting(name)}, '')::${type})`);
  return `((SELECT ${setting(name)} = '') OR ${matches.join(' OR ')})`;
};

/**
 * The SQL that lets a service role see and write only rows of the actor's county and, as far as the table has the
 * column, of the actor's township, school and class. Without the settings of `actorSettings` no row exists.
 *
 * The settings stand in sub-selects, so that PostgreSQL reads them once a statement and not once a row; who reaches the
 * whole county costs one test a row.
 */
export function rowSecurity(table: string, place: RowPlace, serviceRole: string): string {
  const narrower = [
    ...(place.township ? [within('township', place.township, 'text')] : []),
    ...(place.school ? [within('school', place.school, 'uuid')] : []),
    ...(place.class ? [within('class', place.class, 'uuid')] : []),
  ];
  const reach = narrower.length > 0 ? `\n    AND (${WHOLE_COUNTY} OR (${narrower.join(' AND ')}))` : '';
  return `
  ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
  CREATE POLICY actor_reach ON ${table} TO ${serviceRole} USING (
    county_code = (SELECT ${setting('county')})${reach}
  );
  GRANT SELECT, INSERT, UPDATE, DELETE ON ${table} TO ${serviceRole};
`;
}
