import type { Day } from './day.ts';

/** One year's holiday arrangement as the State Council's general office published it. */
export interface HolidayYear {
  year: number;
  notice: string;
  issuedOn: Day;
  /** Days off, first and last day included; a holiday may begin in December of the year before. */
  holidays: readonly { name: string; from: Day; to: Day }[];
  /** Saturdays and Sundays on which work is made up. */
  makeUpDays: readonly Day[];
}
