import { formatYuan } from '@bureau/money';
import type { AidProgrammeResolvers, AidRateResolvers, QueryResolvers } from '../__generated__/graphql.ts';
import { termArgument } from '../calendar/term.resolvers.ts';
import { firstTerm, lastTerm } from './programme.rules.ts';

export const programmeQueries: Pick<QueryResolvers, 'aidProgramme' | 'aidProgrammes'> = {
  aidProgramme: (_, { code }, { programmes }) => programmes.find(code),
  aidProgrammes: (_, __, { programmes }) => programmes.list(),
};

export const programmeFields: Pick<AidProgrammeResolvers, '__resolveReference' | 'rates' | 'rate'> = {
  __resolveReference: ({ code }, { programmes }) => programmes.find(code),
  rates: ({ code }, { term }, { programmes }) =>
    programmes.listRates(code, term == null ? null : termArgument(term, 'term')),
  rate: ({ code }, { term, stage, tier }, { programmes }) =>
    programmes.rateFor(code, { stage, tier, term: termArgument(term, 'term') }),
};

export const rateFields: Pick<AidRateResolvers, 'amount' | 'validFrom' | 'validTo'> = {
  amount: ({ amountFen }) => formatYuan(BigInt(amountFen)),
  validFrom: firstTerm,
  validTo: lastTerm,
};
