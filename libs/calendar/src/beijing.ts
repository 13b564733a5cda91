import { formatDay, type Day } from './day.ts';

const BEIJING_OFFSET_MS = 8 * 60 * 60 * 1000;

/** The civil day in Beijing at an instant: from 16:00 UTC on it is the next day there. China keeps no summer time. */
export function dayInBeijing(instant: Date): Day {
  const shifted = new Date(instant.getTime() + BEIJING_OFFSET_MS);
  return formatDay(shifted.getUTCFullYear(), shifted.getUTCMonth() + 1, shifted.getUTCDate());
}

/** The instant at which a day begins in Beijing. */
export function startInBeijing(day: Day): Date {
  return new Date(`${day}T00:00:00+08:00`);
}
