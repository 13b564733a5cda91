import { type FeedEvent, newEvent, type StudentChanged, studentChanged } from '@bureau/events';
import { newId } from '@bureau/subgraph';
import { keepRosters } from '../subscription.ts';
import type { Bench } from './bench.seed.ts';
import type { SeededChild } from './granting.seed.ts';

/** Applies events as enrollment's feed would bring them, in one transaction; answers their ids. */
export async function feed(
  bench: Bench,
  county: string,
  events: ReturnType<typeof newEvent>[],
  day: string,
): Promise<string[]> {
  const received = events.map((event, at): FeedEvent => ({
    ...event,
    id: newId(),
    source: '/bureau/enrollment',
    occurredAt: new Date(`${day}T12:00:00+08:00`),
    position: at + 1,
  }));
  await bench.database.dataSource.transaction(async (manager) => {
    await manager.query(
      `SELECT set_config('bureau.county', $1, true), set_config('bureau.township', '', true),
         set_config('bureau.school', '', true), set_config('bureau.class', '', true)`,
      [county],
    );
    await keepRosters(manager, received);
  });
  return received.map(({ id }) => id);
}

/** How a child of primary school stands, as enrollment tells it. */
export function standing(
  child: SeededChild,
  given: Partial<StudentChanged> & Pick<StudentChanged, 'version' | 'effectiveOn'>,
) {
  const { countyCode, schoolId, classId, townshipCode } = child.place;
  return newEvent<StudentChanged>(studentChanged, countyCode, {
    id: child.id,
    schoolId,
    classId,
    townshipCode,
    name: child.name,
    stage: 'PRIMARY',
    grade: 3,
    rollStatus: 'ACTIVE',
    attendancePlacement: 'IN_SCHOOL',
    bornOn: child.bornOn,
    sex: '1',
    identityIndex: null,
    boarding: '1',
    ...given,
  });
}
