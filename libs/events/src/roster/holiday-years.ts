import type { EntityManager } from 'typeorm';
import { v5 as uuidv5 } from 'uuid';
import { dataOf, type FeedEvent } from '../contract/event.ts';
import { holidayYearLoaded } from '../contract/holiday-year-loaded.ts';

const NAMESPACE = '8f1c3a52-6f0e-5c1d-9a57-3b7e2d90c4aa';

/** The same id for the same county and year, whoever asks. */
export const holidayYearId = (county: string, year: number): string => uuidv5(`${county}:${year}`, NAMESPACE);

/** Brings `holiday_year` (see @bureau/settings) up to the events, all of one county, in their order. */
export async function applyHolidayYears(manager: EntityManager, events: FeedEvent[]): Promise<void> {
  for (const event of events.filter(({ type }) => type === holidayYearLoaded.type)) {
    const { year, notice, issuedOn, holidays, makeUpDays } = dataOf(holidayYearLoaded, event);
    await manager.query(
      `INSERT INTO holiday_year (county_code, year, notice, issued_on, holidays, make_up_days) VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (county_code, year) DO UPDATE SET notice = excluded.notice, issued_on = excluded.issued_on,
         holidays = excluded.holidays, make_up_days = excluded.make_up_days`,
      [event.countyCode, year, notice, issuedOn, JSON.stringify(holidays), JSON.stringify(makeUpDays)],
    );
  }
}
