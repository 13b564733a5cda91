import {
  addDays,
  type Day,
  formatDay,
  type SchoolYear,
  schoolYearEndsOn,
  schoolYearStartsOn,
  yearOf,
} from '@bureau/calendar';

export interface DatedBand {
  validFrom: Day;
  youngest: number;
  oldest: number;
  cutoffMonth: number;
  cutoffDay: number;
}

/** The band for a school year: the last one that was in force when the year began; null before the first. */
export function bandOf<Band extends DatedBand>(bands: readonly Band[], schoolYear: SchoolYear): Band | null {
  const startsOn = schoolYearStartsOn(schoolYear);
  const inForce = bands.filter(({ validFrom }) => validFrom <= startsOn);
  return inForce.reduce<Band | null>((last, band) => (last && last.validFrom > band.validFrom ? last : band), null);
}

/** The day on which a school year's ages are counted: 31 August before it (义务教育法 art. 11), or as the province sets. */
export function cutoffOn({ cutoffMonth, cutoffDay }: DatedBand, schoolYear: SchoolYear): Day {
  return formatDay(schoolYear, cutoffMonth, cutoffDay);
}

/** Days of birth, both included, of the children who are of age in a school year. */
export interface BirthDays {
  first: Day;
  last: Day;
}

/** Who is of age: from `youngest` to `oldest` full years old on the cut-off day. */
export function birthDays(band: DatedBand, schoolYear: SchoolYear): BirthDays {
  const { youngest, oldest, cutoffMonth, cutoffDay } = band;
  const tooOld = formatDay(schoolYear - oldest - 1, cutoffMonth, cutoffDay);
  return { first: addDays(tooOld, 1), last: formatDay(schoolYear - youngest, cutoffMonth, cutoffDay) };
}

/** The last day on which a child is of age: the end of the school year in which it is the oldest that the band has. */
export function ofAgeUntil(band: DatedBand, bornOn: Day): Day {
  const isBornAfterCutoff = bornOn.slice(5) > cutoffOn(band, yearOf(bornOn)).slice(5);
  return schoolYearEndsOn(yearOf(bornOn) + band.oldest + (isBornAfterCutoff ? 1 : 0));
}

/** The last day on which the ledger can be looked at: today, or the school year's end if that is earlier. */
export function latestDay(schoolYear: SchoolYear | null, today: Day): Day {
  if (schoolYear === null) return today;
  const endsOn = schoolYearEndsOn(schoolYear);
  return endsOn < today ? endsOn : today;
}
