import { formatYuan, percentOf } from '@bureau/money';
import { formatGlobalId, yearArgument } from '@bureau/subgraph';
import type {
  FundFilter,
  FundGroupResolvers,
  FundReceiptResolvers,
  FundResolvers,
  LedgerEntryResolvers,
  MutationResolvers,
  QueryResolvers,
} from '../__generated__/graphql.ts';
import { carryOverError, receiptError } from './fund-errors.resolvers.ts';
import type { FundCriteria } from './fund.repository.ts';
import { balanceOf } from './fund.rules.ts';

function criteriaOf(filter: FundFilter | null | undefined): FundCriteria {
  const { programmes, budgetYear, ...criteria } = filter ?? {};
  return {
    ...criteria,
    programmeCodes: programmes ?? null,
    budgetYear: budgetYear == null ? null : yearArgument(budgetYear, 'filter.budgetYear'),
  };
}

/** Fen by account, as the answer names them. */
function balancesOf(balances: readonly string[]) {
  const [received, available, reserved, committed, paid, returned, carriedOver] = balances;
  return {
    receivedFen: received ?? '0',
    availableFen: available ?? '0',
    reservedFen: reserved ?? '0',
    committedFen: committed ?? '0',
    paidFen: paid ?? '0',
    returnedFen: returned ?? '0',
    carriedOverFen: carriedOver ?? '0',
  };
}

function executionRateOf(balances: readonly string[]) {
  const fen = balances.map(BigInt);
  const [paid, received] = [balanceOf(fen, 'PAID'), balanceOf(fen, 'RECEIVED')];
  return { numeratorFen: String(paid), denominatorFen: String(received), percent: percentOf(paid, received) };
}

export const fundQueries: Pick<QueryResolvers, 'fund' | 'funds' | 'fundGroups'> = {
  fund: (_, { id }, { funds }) => funds.findByGlobalId(id),
  funds: (_, { filter, orderBy, ...page }, { funds }) => funds.list(criteriaOf(filter), orderBy, page),
  fundGroups: (_, { filter, groupBy }, { funds }) => funds.sumGroups(criteriaOf(filter), groupBy),
};

export const fundMutations: Pick<MutationResolvers, 'fundReceiptRecord' | 'fundCarryOver'> = {
  fundReceiptRecord: async (_, { input }, { funds, fundReceipts, language }) => {
    yearArgument(input.budgetYear, 'input.budgetYear');
    const { fundId, refusals } = await fundReceipts.receive(input);
    const userErrors = refusals.map((refusal) => receiptError(refusal, language));
    return { fund: fundId ? await funds.find(fundId) : null, userErrors };
  },
  fundCarryOver: async (_, { input }, { funds, fundReceipts, language }) => {
    const { fundId, refusals } = await fundReceipts.carryOver(input);
    const userErrors = refusals.map((refusal) => carryOverError(refusal, language));
    return { fund: fundId ? await funds.find(fundId) : null, userErrors };
  },
};

export const fundFields: Pick<
  FundResolvers,
  '__resolveReference' | 'id' | 'programme' | 'balances' | 'executionRate' | 'receipts' | 'entries'
> = {
  __resolveReference: ({ id }, { funds }) => funds.findByGlobalId(id),
  id: ({ countyCode, id }) => formatGlobalId({ county: countyCode, id }),
  programme: ({ programmeCode }, _, { programmes }) => programmes.get(programmeCode),
  balances: ({ balances }) => balancesOf(balances),
  executionRate: ({ balances }) => executionRateOf(balances),
  receipts: (fund, page, { funds }) => funds.receipts(fund, page),
  entries: (fund, page, { funds }) => funds.entries(fund, page),
};

export const fundGroupFields: Pick<FundGroupResolvers, 'balances' | 'executionRate'> = {
  balances: ({ balances }) => balancesOf(balances),
  executionRate: ({ balances }) => executionRateOf(balances),
};

export const fundReceiptFields: Pick<FundReceiptResolvers, 'id' | 'amount' | 'carriedFrom'> = {
  id: ({ countyCode, id }) => formatGlobalId({ county: countyCode, id }),
  amount: ({ amountFen }) => formatYuan(BigInt(amountFen)),
  carriedFrom: ({ carriedFromFundId }, _, { funds }) => (carriedFromFundId ? funds.find(carriedFromFundId) : null),
};

export const ledgerEntryFields: Pick<LedgerEntryResolvers, 'id' | 'balancesAfter'> = {
  id: ({ countyCode, id }) => formatGlobalId({ county: countyCode, id }),
  balancesAfter: ({ balancesAfter }) => balancesOf(balancesAfter),
};
