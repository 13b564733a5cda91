import { compareTerms, type Season, type Term } from '@bureau/calendar';
import { type Stage, STAGES } from '@bureau/codes';

/** When a rate is valid: from a first term to a last one, or until further notice. */
export interface Validity {
  validFromSchoolYear: number;
  validFromSeason: Season;
  validToSchoolYear: number | null;
  validToSeason: Season | null;
}

export interface Rate extends Validity {
  stage: Stage;
  tier: number;
}

export interface Entitlement {
  stage: Stage;
  tier: number;
  term: Term;
}

export function firstTerm({ validFromSchoolYear, validFromSeason }: Validity): Term {
  return { schoolYear: validFromSchoolYear, season: validFromSeason };
}

/** Null while the rate stands. */
export function lastTerm({ validToSchoolYear, validToSeason }: Validity): Term | null {
  return validToSchoolYear === null || validToSeason === null
    ? null
    : { schoolYear: validToSchoolYear, season: validToSeason };
}

/** The rates of a programme that are valid in a term; rates take effect and lapse with whole terms (docs/rules/student-aid.md#programmes-and-rates). */
export function ratesInTerm<Row extends Validity>(rates: readonly Row[], term: Term): Row[] {
  return rates.filter((rate) => {
    const last = lastTerm(rate);
    return compareTerms(firstTerm(rate), term) <= 0 && (last === null || compareTerms(term, last) <= 0);
  });
}

/** The rate for a child of a stage and tier in a term; null when the programme pays nothing then. At most one fits: rates never overlap. */
export function rateFor<Row extends Rate>(rates: readonly Row[], { stage, tier, term }: Entitlement): Row | null {
  return ratesInTerm(rates, term).find((rate) => rate.stage === stage && rate.tier === tier) ?? null;
}

/** As children go through school; the order within a stage stays. */
export function byStage<Row extends { stage: Stage }>(rates: readonly Row[]): Row[] {
  return rates.toSorted((a, b) => STAGES.indexOf(a.stage) - STAGES.indexOf(b.stage));
}
