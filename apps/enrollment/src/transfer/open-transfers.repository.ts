import type { EntityManager } from 'typeorm';

/** Transfers that have not yet moved their file, of children who are at these schools or want to be; all of the county for null. */
export async function countOpenTransfers(
  manager: EntityManager,
  countyCode: string,
  schoolIds: readonly string[] | null,
): Promise<number> {
  const [row]: { count: number }[] = await manager.query(
    `SELECT count(*)::int AS count FROM transfer WHERE county_code = $1 AND ended_on IS NULL AND moved_on IS NULL
       AND ($2::uuid[] IS NULL OR from_school_id = ANY ($2) OR to_school_id = ANY ($2))`,
    [countyCode, schoolIds],
  );
  return row?.count ?? 0;
}
