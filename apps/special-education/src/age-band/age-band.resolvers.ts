import { badUserInput, yearArgument } from '@bureau/subgraph';
import type { Context } from '../context.ts';
import { latestDay } from './age-band.rules.ts';
import type { AgeBandOfYear } from './age-band.service.ts';

/** The ages of a school year that the caller named; refused when the county had set none. */
export async function ageBandArgument(
  schoolYear: number,
  argument: string,
  { ageBands }: Pick<Context, 'ageBands'>,
): Promise<AgeBandOfYear> {
  const band = await ageBands.find(yearArgument(schoolYear, argument));
  if (band) return band;
  throw badUserInput(`The county has set no age band (适龄范围) for the school year ${schoolYear}.`, argument);
}

/** The day that the caller named, or the latest on which the ledger can be looked at; a later one is refused. */
export function dayArgument(
  asked: string | null | undefined,
  argument: string,
  { schoolYear, today }: { schoolYear: number | null; today: string },
): string {
  const latest = latestDay(schoolYear, today);
  if (asked == null || asked <= latest) return asked ?? latest;
  throw badUserInput(`${argument} must not be after ${latest}.`, argument);
}
