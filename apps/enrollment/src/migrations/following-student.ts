const setting = (name: string) => `current_setting('bureau.${name}', true)`;

/** Rows about a child are seen and written by whom its row is: one look at the child a row, none for who reaches the county. */
export function followingStudent(table: string, serviceRole: string): string {
  return `
  CREATE POLICY student_reach ON ${table} AS RESTRICTIVE TO ${serviceRole} USING (
    (SELECT ${['township', 'school', 'class'].map((name) => `${setting(name)} = ''`).join(' AND ')})
    OR EXISTS (SELECT FROM student WHERE student.county_code = ${table}.county_code AND student.id = ${table}.student_id)
  );`;
}
