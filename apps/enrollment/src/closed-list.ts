/** The check that a column holds a value of a closed list, or none. */
export function closedList(table: string, column: string, values: readonly string[]) {
  const list = values.map((value) => `'${value}'`).join(', ');
  return { name: `${table}_${column}_check`, expression: `${column} IN (${list})` };
}
