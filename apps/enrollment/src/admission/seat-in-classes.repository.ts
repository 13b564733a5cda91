import { newId } from '@bureau/subgraph';
import type { EntityManager } from 'typeorm';
import { classesNeeded, dealIntoClasses } from './allocation.rules.ts';

interface Seated {
  schoolId: string;
  student: { id: string; sex: string };
}

/** The class of each child: the classes of the entry year that a school has, and as many new ones as the children take. Two statements. */
export async function seatInClasses(
  manager: EntityManager,
  { county, entryYear, limit }: { county: string; entryYear: number; limit: number },
  seated: readonly Seated[],
): Promise<Map<string, string>> {
  const bySchool = Map.groupBy(seated, ({ schoolId }) => schoolId);
  const standing: { id: string; schoolId: string; serial: number }[] = await manager.query(
    `SELECT id, school_id AS "schoolId", serial FROM school_class
     WHERE county_code = $1 AND stage = 'JUNIOR_SECONDARY' AND entry_year = $2 AND school_id = ANY ($3) ORDER BY serial`,
    [county, entryYear, [...bySchool.keys()]],
  );
  const fresh: { id: string; school_id: string; serial: number }[] = [];
  const classOf = new Map<string, string>();
  for (const [schoolId, list] of bySchool) {
    const own = standing.filter((one) => one.schoolId === schoolId).map(({ id }) => id);
    const last = Math.max(0, ...standing.filter((one) => one.schoolId === schoolId).map(({ serial }) => serial));
    for (let serial = last + 1; own.length < classesNeeded(list.length, limit); serial += 1) {
      const id = newId();
      fresh.push({ id, school_id: schoolId, serial });
      own.push(id);
    }
    const dealt = dealIntoClasses(
      list.map(({ student }) => student),
      own.length,
    );
    for (const [studentId, at] of dealt) classOf.set(studentId, own[at] ?? '');
  }
  await manager.query(
    `INSERT INTO school_class (county_code, id, school_id, stage, entry_year, serial)
     SELECT $1, id, school_id, 'JUNIOR_SECONDARY', $2, serial FROM jsonb_to_recordset($3) AS c (id uuid, school_id uuid, serial smallint)`,
    [county, entryYear, JSON.stringify(fresh)],
  );
  return classOf;
}
