/** What the loader needs of a transaction. */
export interface Statements {
  query(sql: string, parameters?: unknown[]): Promise<unknown>;
}

/** Values by column; every row of a table has the same columns. */
export type Row = Record<string, unknown>;

/** The rows of one table, made as they are needed: all of them at once would be the county once more. */
export interface TableRows {
  table: string;
  chunks: () => Iterable<Row[]>;
}

const ROWS_PER_STATEMENT = 4_000;

export function rowsOf<Item>(
  table: string,
  items: readonly Item[],
  toRow: (item: Item, index: number) => Row,
): TableRows {
  return {
    table,
    *chunks() {
      for (let from = 0; from < items.length; from += ROWS_PER_STATEMENT) {
        yield items.slice(from, from + ROWS_PER_STATEMENT).map((item, index) => toRow(item, from + index));
      }
    },
  };
}

/** Writes rows under the role's own row-level security and the table's constraints, as `COPY` would not. */
export async function insertRows(statements: Statements, { table, chunks }: TableRows): Promise<void> {
  for (const rows of chunks()) {
    const columns = Object.keys(rows[0] ?? {}).join(', ');
    const sql = `INSERT INTO ${table} (${columns}) SELECT ${columns} FROM json_populate_recordset(NULL::${table}, $1)`;
    await statements.query(sql, [JSON.stringify(rows)]);
  }
}

/** Bytes as PostgreSQL reads them in text. */
export function byteText(bytes: Buffer): string {
  return `\\x${bytes.toString('hex')}`;
}
