import { type Apply, applySchools, applyStudents, type Roster } from '@bureau/events';

export const rosters: readonly Roster[] = ['school_roster', 'student_roster'];

/** Keeps the rosters of schools and children. Awards stay where the child was when they were made. */
export const keepRosters: Apply = async (manager, events) => {
  await applySchools(manager, events);
  await applyStudents(manager, events);
};
