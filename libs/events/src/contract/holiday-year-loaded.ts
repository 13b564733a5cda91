import { z } from 'zod';
import type { EventType } from './event.ts';

/** A year's state holidays and make-up workdays (调休) as the county loaded them; a later notice replaces an earlier one. */
const state = z.object({
  /** One id for a county's year: `holidayYearId`. */
  id: z.uuid(),
  year: z.int().min(2000).max(2200),
  notice: z.string().min(1),
  issuedOn: z.iso.date(),
  holidays: z.array(z.object({ name: z.string().min(1), from: z.iso.date(), to: z.iso.date() })),
  makeUpDays: z.array(z.iso.date()),
});
export type HolidayYearLoaded = z.infer<typeof state>;

export const holidayYearLoaded: EventType<HolidayYearLoaded> = {
  type: 'bureau.enrollment.holiday-year.loaded',
  dataschema: 'urn:bureau:event:enrollment.holiday-year.loaded:1',
  data: state,
  idOf: ({ id }) => id,
};
