import { type Apply, applySchools, applyStudents, type Roster } from '@bureau/events';
import { applyEffects } from './automatic-effect/apply-effects.service.ts';
import { Store } from './store.ts';

export const rosters: readonly Roster[] = ['school_roster', 'student_roster'];

/** Keeps the rosters of schools and children, and does what events mean for the children of the ledger. */
export const applyEvents: Apply = async (manager, events) => {
  await applySchools(manager, events);
  await applyStudents(manager, events);
  const [first] = events;
  if (first) await applyEffects(new Store(manager, first.countyCode), events);
};
