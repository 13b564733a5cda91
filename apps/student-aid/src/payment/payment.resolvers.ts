import { formatYuan } from '@bureau/money';
import { formatGlobalId, idsInCounty, yearArgument } from '@bureau/subgraph';
import type { AidAwardResolvers, PaymentFilter, PaymentResolvers, QueryResolvers } from '../__generated__/graphql.ts';
import { periodArgument } from '../calendar/period.resolvers.ts';
import { termArguments } from '../calendar/term.resolvers.ts';
import type { PaymentCriteria } from './payment.repository.ts';

function criteriaOf(filter: PaymentFilter | null | undefined, county: string): PaymentCriteria {
  const { schoolYear, terms, programmes, schools, townships, paidFrom, paidTo, ...criteria } = filter ?? {};
  const paid = periodArgument(['filter.paidFrom', paidFrom], ['filter.paidTo', paidTo]);
  return {
    ...criteria,
    schoolYear: schoolYear == null ? null : yearArgument(schoolYear, 'filter.schoolYear'),
    terms: terms ? termArguments(terms, 'filter.terms') : null,
    programmeCodes: programmes ?? null,
    schoolIds: schools ? idsInCounty(schools, county, 'filter.schools') : null,
    townshipCodes: townships ?? null,
    paidFrom: paid.from,
    paidTo: paid.to,
  };
}

export const paymentQueries: Pick<QueryResolvers, 'payment' | 'payments'> = {
  payment: (_, { id }, { payments }) => payments.findByGlobalId(id),
  payments: (_, { filter, orderBy, ...page }, { actor, payments }) =>
    payments.list(criteriaOf(filter, actor.scope.county), orderBy, page),
};

export const awardPaymentFields: Pick<AidAwardResolvers, 'payments'> = {
  payments: ({ id }, _, { payments }) => payments.listOfAward(id),
};

export const paymentFields: Pick<
  PaymentResolvers,
  '__resolveReference' | 'id' | 'award' | 'programme' | 'school' | 'amount'
> = {
  __resolveReference: ({ id }, { payments }) => payments.findByGlobalId(id),
  id: ({ countyCode, id }) => formatGlobalId({ county: countyCode, id }),
  award: ({ awardId }, _, { awards }) => awards.get(awardId),
  programme: ({ programmeCode }, _, { programmes }) => programmes.get(programmeCode),
  school: ({ countyCode, schoolId }) => ({ county: countyCode, id: schoolId }),
  amount: ({ amountFen }) => formatYuan(BigInt(amountFen)),
};
