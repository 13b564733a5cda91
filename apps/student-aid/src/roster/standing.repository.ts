import { dataOf, type FeedEvent, studentChanged } from '@bureau/events';
import type { EntityManager } from 'typeorm';

/** Keeps how each child stood, event by event; answers the children that events were about. */
export async function recordStandings(manager: EntityManager, events: readonly FeedEvent[]): Promise<string[]> {
  const ours = events.filter(({ type }) => type === studentChanged.type);
  const [first] = ours;
  if (!first) return [];
  const rows = ours.map((event) => {
    const child = dataOf(studentChanged, event);
    return {
      student_id: child.id,
      version: child.version,
      effective_on: child.effectiveOn,
      roll_status: child.rollStatus,
      attendance_placement: child.attendancePlacement,
      stage: child.stage,
      school_id: child.schoolId,
      class_id: child.classId,
      township_code: child.townshipCode,
      boarding: child.boarding,
      event_id: event.id,
    };
  });
  const columns = Object.keys(rows[0] ?? {}).join(', ');
  await manager.query(
    `INSERT INTO student_standing (county_code, ${columns})
     SELECT $1, ${columns} FROM jsonb_populate_recordset(NULL::student_standing, $2) ON CONFLICT DO NOTHING`,
    [first.countyCode, JSON.stringify(rows)],
  );
  return [...new Set(rows.map(({ student_id }) => student_id))];
}
