import { type Day, schoolYearEndsOn, schoolYearStartsOn } from '@bureau/calendar';

/** A school year up to the instant at which its figures are taken. */
export interface SchoolYearWindow {
  schoolYear: number;
  startsOn: Day;
  /** The instant: the year's last day, or today while it lasts; before `startsOn` when the year has not begun. */
  untilOn: Day;
}

export function schoolYearWindow(schoolYear: number, today: Day): SchoolYearWindow {
  const endsOn = schoolYearEndsOn(schoolYear);
  return { schoolYear, startsOn: schoolYearStartsOn(schoolYear), untilOn: endsOn < today ? endsOn : today };
}
