import type { EntityManager, ObjectLiteral, SelectQueryBuilder } from 'typeorm';

const ROWS_AT_ONCE = 2_000;

/** What PostgreSQL answers, some thousand rows at a time, through a cursor of the transaction: memory stays flat. */
export async function* sqlRows<Row extends object>(
  manager: EntityManager,
  sql: string,
  values: readonly unknown[] = [],
): AsyncGenerator<Row> {
  const cursor = `export_${cursorNumber()}`;
  await manager.query(`DECLARE ${cursor} NO SCROLL CURSOR FOR ${sql}`, [...values]);
  for (;;) {
    const rows: Row[] = await manager.query(`FETCH ${ROWS_AT_ONCE} FROM ${cursor}`);
    yield* rows;
    if (rows.length < ROWS_AT_ONCE) break;
  }
  await manager.query(`CLOSE ${cursor}`);
}

let cursors = 0;

/** Cursors of one transaction must differ by name. */
function cursorNumber(): number {
  cursors = (cursors + 1) % 1_000_000;
  return cursors;
}

/** The entities of a list's query, by their ids, some thousand at a time. */
export async function* entityRows<Row extends ObjectLiteral & { id: string }>(
  query: () => SelectQueryBuilder<Row>,
): AsyncGenerator<Row> {
  for (let after: string | null = null; ;) {
    const page: SelectQueryBuilder<Row> = query();
    if (after !== null) page.andWhere(`${page.alias}.id > :exportedAfter`, { exportedAfter: after });
    const rows: Row[] = await page.orderBy(`${page.alias}.id`).limit(ROWS_AT_ONCE).getMany();
    yield* rows;
    if (rows.length < ROWS_AT_ONCE) return;
    after = rows.at(-1)?.id ?? null;
  }
}
