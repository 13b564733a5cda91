import { badUserInput } from './failure.ts';

const FIRST = 1986;
const LAST = 2100;

/** A calendar or school year that the offices can mean: from the year of the Compulsory Education Law on. */
export function yearArgument(year: number, argument: string): number {
  if (year >= FIRST && year <= LAST) return year;
  throw badUserInput(`${argument} must be a year from ${FIRST} to ${LAST}, not ${year}.`, argument);
}
