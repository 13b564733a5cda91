import { addDays, type Day } from '@bureau/calendar';

import { bankRefusals, refusalsPerMille } from '../plan/aid.ts';
import { programmePlans } from '../plan/programmes.ts';
import type { Random } from '../random.ts';
import type { AwardedList } from './awards.ts';
import type { Context } from './context.ts';
import type { Award, Payment } from '../office-rows.ts';

const BANK_DAYS = 3;

/** The money goes out school by school; what the bank refuses is sent again. */
export function newPayments(context: Context, lists: readonly AwardedList[]): Payment[] {
  const sending = sendingDays(context.random);
  return lists.flatMap(({ plan, list, awards }) => {
    const late = new Set(awards.slice(0, list.late ?? 0));
    return awards.flatMap((award) => {
      const sentOn = sending(award, plan.sent);
      if (late.has(award))
        return resent(context, award, [sentOn, plan.lateResent && context.random.dayWithin(plan.lateResent)]);
      const isRefused = kindOf(award) === 'CASH' && context.random.chance(refusalsPerMille / 1000);
      if (isRefused) return resent(context, award, [sentOn, context.random.dayWithin(plan.resent)]);
      return [attempt(context, award, { number: 1, sentOn, failure: null })];
    });
  });
}

/** All awards of one school and programme are sent on one day. */
function sendingDays(random: Random): (award: Award, windows: AwardedList['plan']['sent']) => Day {
  const days = new Map<string, Day>();
  return ({ spell, programme, term }, windows) => {
    const batch = `${spell.schoolId} ${programme} ${term.season}`;
    const window = windows[programme];
    if (!window) throw new Error(`no day to send ${programme}`);
    const day = days.get(batch) ?? random.dayWithin(window);
    days.set(batch, day);
    return day;
  };
}

function resent(context: Context, award: Award, [first, second]: readonly [Day, Day | null]): Payment[] {
  const failure = context.random.pick(bankRefusals);
  const refused = attempt(context, award, { number: 1, sentOn: first, failure });
  return second ? [refused, attempt(context, award, { number: 2, sentOn: second, failure: null })] : [refused];
}

function attempt(
  { newId }: Context,
  award: Award,
  { number, sentOn, failure }: { number: number; sentOn: Day; failure: string | null },
): Payment {
  const paidOn = failure ? null : addDays(sentOn, BANK_DAYS);
  return {
    id: newId(),
    award,
    attempt: number,
    kind: kindOf(award),
    amountFen: award.amountFen,
    sentOn,
    paidOn,
    failure,
  };
}

function kindOf({ programme }: Award): Payment['kind'] {
  const plan = programmePlans.find(({ code }) => code === programme);
  return plan?.payee === 'SCHOOL_WAIVER' ? 'WAIVER' : 'CASH';
}
