import { addDays, type Day } from '@bureau/calendar';

/** Serials before this are of the calendar with the 29th of February 1900 that never was. */
const FIRST_RELIABLE = 61;
const LAST = 2_958_465;
const DAY_ZERO = '1899-12-30';
const DAYS_TO_1904 = 1_462;

/** The day that a spreadsheet's number stands for; null when it is outside its calendar. */
export function dayOfSerial(serial: number, is1904 = false): Day | null {
  const days = Math.floor(serial) + (is1904 ? DAYS_TO_1904 : 0);
  return days >= FIRST_RELIABLE && days <= LAST ? addDays(DAY_ZERO, days) : null;
}
