import { dayInBeijing } from '@bureau/calendar';
import { type Apply, applySchools, applyStudents, type Roster } from '@bureau/events';
import { followChildren } from './award-effect/follow.service.ts';
import { recordStandings } from './roster/standing.repository.ts';

export const rosters: readonly Roster[] = ['school_roster', 'student_roster'];

/** Keeps the rosters of schools and children, and lets aid follow the child; an award stays where the child was when it was made. */
export const keepRosters: Apply = async (manager, events) => {
  await applySchools(manager, events);
  await applyStudents(manager, events);
  const studentIds = await recordStandings(manager, events);
  const [first] = events;
  if (first)
    await followChildren(manager, studentIds, { county: first.countyCode, today: dayInBeijing(first.occurredAt) });
};
