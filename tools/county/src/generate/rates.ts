import { compareTerms, parseTerm, type Term } from '@bureau/calendar';
import { parseYuan, type Fen } from '@bureau/money';

import { ratePlans, type RatePlan } from '../plan/programmes.ts';
import type { Stage } from '../rows.ts';

/** The legal amount of one term, half of the year's. */
export function termAmountFen(programme: string, stage: Stage, tier: number, term: Term): Fen {
  const rate = ratePlans.find(
    (plan) => plan.programme === programme && plan.stage === stage && plan.tier === tier && holdsIn(plan, term),
  );
  if (!rate) throw new Error(`no rate of ${programme} ${tier} for ${stage}`);
  return yearlyFen(rate) / 2n;
}

export function yearlyFen({ yearlyYuan }: Pick<RatePlan, 'yearlyYuan'>): Fen {
  const parsed = parseYuan(yearlyYuan);
  if ('refusal' in parsed) throw new Error(`not an amount: ${yearlyYuan}`);
  return parsed.fen;
}

export function termNamed(name: string): Term {
  const term = parseTerm(name);
  if (!term) throw new Error(`not a term: ${name}`);
  return term;
}

function holdsIn({ fromTerm, toTerm }: RatePlan, term: Term): boolean {
  return (
    compareTerms(termNamed(fromTerm), term) <= 0 && (toTerm === null || compareTerms(term, termNamed(toTerm)) <= 0)
  );
}
