import { type Apply, applySchools, applyStudents, type Roster } from '@bureau/events';

export const rosters: readonly Roster[] = ['school_roster', 'student_roster'];

/** Keeps the rosters of schools and children. The ledger stays as it is: a move of the duty is decided, not copied. */
export const keepRosters: Apply = async (manager, events) => {
  await applySchools(manager, events);
  await applyStudents(manager, events);
};
