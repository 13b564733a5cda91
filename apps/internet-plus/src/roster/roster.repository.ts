/**
 * SQL: whether `school` (of the roster) counts in `year` (a window): it was open on a day of the school year that has
 * come. A school that closes on the year's first day does not count; one that is merged away during it does.
 */
export const COUNTED = `school.county_code = year.county_code AND year.starts_on <= year.until_on
  AND school.opens_on <= year.until_on AND (school.closes_on IS NULL OR school.closes_on > year.starts_on)`;

/** SQL: one window as a table, to be called `year`; its parameters are `countyCode` and those of a `SchoolYearWindow`. */
export const ONE_YEAR = `(SELECT CAST(:countyCode AS varchar) AS county_code, CAST(:schoolYear AS smallint) AS school_year,
  CAST(:startsOn AS date) AS starts_on, CAST(:untilOn AS date) AS until_on)`;
