import { formatDay, parseDay, yearOf, type Day } from './day.ts';

/** A school year (学年) by the calendar year it begins in: 2024 is 2024-09-01 to 2025-08-31. */
export type SchoolYear = number;

export function schoolYearOf(day: Day): SchoolYear {
  return parseDay(day).slice(5) >= '09-01' ? yearOf(day) : yearOf(day) - 1;
}

export function schoolYearStartsOn(schoolYear: SchoolYear): Day {
  return formatDay(schoolYear, 9, 1);
}

export function schoolYearEndsOn(schoolYear: SchoolYear): Day {
  return formatDay(schoolYear + 1, 8, 31);
}

/** `2024-2025` */
export function formatSchoolYear(schoolYear: SchoolYear): string {
  return `${schoolYear}-${schoolYear + 1}`;
}

/** Reads `2024-2025` and `2024-2025学年`; null when the two years do not follow each other. */
export function parseSchoolYear(text: string): SchoolYear | null {
  const parts = /^(\d{4})-(\d{4})(?:学年)?$/.exec(text);
  if (!parts || Number(parts[2]) !== Number(parts[1]) + 1) return null;
  return Number(parts[1]);
}
