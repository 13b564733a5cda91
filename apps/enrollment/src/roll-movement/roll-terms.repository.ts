import { HolidayYearMissing } from '@bureau/calendar';
import { settingsOn, type SettingReader, workingCalendarOf } from '@bureau/settings';
import { regulationOn } from './roll-regulation.rules.ts';
import { rollSettings } from './roll.settings.ts';

/** What the county, the regulation and the calendar say on a day: two statements. */
export async function rollTermsOn(reader: SettingReader, county: string, day: string) {
  const settings = await settingsOn(reader, { county, day, catalogue: rollSettings });
  const calendar = await workingCalendarOf(reader, county);
  const regulation = regulationOn(day);
  const deadlines = {
    fileDeadlineMonths: settings['roll.fileDeadlineMonths'] ?? regulation.fileDeadlineMonths,
    deathWorkingDays: settings['death.reportWorkingDays'],
    correctionWorkingDays: settings['correction.workingDays'],
  };
  return { settings, calendar, regulation, deadlines };
}

export type RollTerms = Awaited<ReturnType<typeof rollTermsOn>>;

/** The day that the work finds, or the year whose holidays it lacks. */
export function orMissingYear<Found>(work: () => Found): { found: Found } | { missingYear: number } {
  try {
    return { found: work() };
  } catch (error) {
    if (error instanceof HolidayYearMissing) return { missingYear: error.year };
    throw error;
  }
}
