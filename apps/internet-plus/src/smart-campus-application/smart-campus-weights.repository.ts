import type { Reader } from '@bureau/subgraph';
import { Any } from 'typeorm';
import { SMART_CAMPUS_DIMENSIONS } from './smart-campus-application-terms.rules.ts';
import { SmartCampusWeightEntity } from './smart-campus-weight.entity.ts';

export interface YearWeights {
  year: number;
  /** In the order of the dimensions; empty when the year has none. */
  weights: number[];
}

/** One row a year that is asked for. */
export async function weightsOfYears(reader: Reader, countyCode: string, years: number[]): Promise<YearWeights[]> {
  const rows = await reader.read((manager) =>
    manager.findBy(SmartCampusWeightEntity, { countyCode, year: Any(years) }),
  );
  return years.map((year) => {
    const ofYear = new Map(rows.filter((row) => row.year === year).map(({ dimension, weight }) => [dimension, weight]));
    return { year, weights: SMART_CAMPUS_DIMENSIONS.flatMap((dimension) => ofYear.get(dimension) ?? []) };
  });
}
