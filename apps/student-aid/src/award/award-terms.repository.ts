import type { Season, Term } from '@bureau/calendar';
import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';

export interface TermCriteria {
  schoolYear?: number | null;
  season?: Season | null;
  terms?: readonly Term[] | null;
}

/** Keeps the awards, under the alias `award`, whose term meets the criteria. */
export function whereTerm<Row extends ObjectLiteral>(
  query: SelectQueryBuilder<Row>,
  { schoolYear, season, terms }: TermCriteria,
): void {
  if (schoolYear != null) query.andWhere('award.schoolYear = :schoolYear', { schoolYear });
  if (season != null) query.andWhere('award.season = :season', { season });
  if (!terms) return;
  const [years, seasons] = [terms.map((term) => term.schoolYear), terms.map((term) => term.season)];
  query.andWhere(
    '(award.schoolYear, award.season) IN (SELECT * FROM unnest(CAST(:years AS integer[]), CAST(:seasons AS text[])))',
    { years, seasons },
  );
}
