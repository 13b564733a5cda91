import { stateHolidays, workingCalendar, type WorkingCalendar } from '@bureau/calendar';
import type { EntityManager } from 'typeorm';
import { HolidayYearEntity, type LoadedHolidayYear } from './holiday-year.entity.ts';
import type { SettingReader } from './settings-on.ts';

/** The working days as the county knows them: the years that came with the platform, and those it loaded, which go before. */
export async function workingCalendarOf(reader: SettingReader, county: string): Promise<WorkingCalendar> {
  const loaded = await reader.read((manager) => manager.findBy(HolidayYearEntity, { countyCode: county }));
  const years = new Map([...stateHolidays, ...loaded].map((arrangement) => [arrangement.year, arrangement] as const));
  return workingCalendar([...years.values()]);
}

/** Takes a year's arrangement; a later notice for the same year replaces an earlier one. */
export async function loadHolidayYear(manager: EntityManager, arrangement: LoadedHolidayYear): Promise<void> {
  await manager.upsert(HolidayYearEntity, arrangement, ['countyCode', 'year']);
}
