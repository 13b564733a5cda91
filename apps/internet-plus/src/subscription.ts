import { type Apply, applyHeadcounts, applySchools, type Roster } from '@bureau/events';

export const rosters: readonly Roster[] = ['school_roster', 'school_headcount'];

/** What this office keeps of enrollment's events; it knows no child, whatever the feed may say. */
export const keepRoster: Apply = async (manager, events) => {
  await applySchools(manager, events);
  await applyHeadcounts(manager, events);
};
