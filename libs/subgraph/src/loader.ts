import DataLoader from 'dataloader';

/** One row a key, read in one statement for all keys of a level; null for a key without a row. */
export function oneByKey<Row>(
  read: (keys: string[]) => Promise<Row[]>,
  keyOf: (row: Row) => string,
): DataLoader<string, Row | null> {
  return new DataLoader(async (keys: readonly string[]) => {
    const rows = new Map((await read([...keys])).map((row) => [keyOf(row), row]));
    return keys.map((key) => rows.get(key) ?? null);
  });
}

/** All rows of a key, in the order they were read, in one statement for all keys of a level. */
export function manyByKey<Row>(
  read: (keys: string[]) => Promise<Row[]>,
  keyOf: (row: Row) => string,
): DataLoader<string, Row[]> {
  return new DataLoader(async (keys: readonly string[]) => {
    const rows = Map.groupBy(await read([...keys]), keyOf);
    return keys.map((key) => rows.get(key) ?? []);
  });
}

/** A row that a foreign key promises; its absence is a fault. */
export async function loadKnown<Row>(loader: DataLoader<string, Row | null>, key: string): Promise<Row> {
  const row = await loader.load(key);
  if (row === null) throw new Error('A row that another one refers to is missing.');
  return row;
}
