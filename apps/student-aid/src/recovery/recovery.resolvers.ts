import { formatYuan } from '@bureau/money';
import { formatGlobalId, idsInCounty } from '@bureau/subgraph';
import type {
  AidAwardResolvers,
  AidRecoveryFilter,
  AidRecoveryResolvers,
  MutationResolvers,
  QueryResolvers,
} from '../__generated__/graphql.ts';
import { aidErrors } from '../refusal/refusal.resolvers.ts';
import type { RecoveryCriteria } from './recovery.repository.ts';

function criteriaOf(filter: AidRecoveryFilter | null | undefined, county: string): RecoveryCriteria {
  const { schools, ...criteria } = filter ?? {};
  return { ...criteria, schoolIds: schools ? idsInCounty(schools, county, 'filter.schools') : null };
}

export const recoveryQueries: Pick<QueryResolvers, 'aidRecoveries' | 'aidRecoveryGroups'> = {
  aidRecoveries: (_, { filter, orderBy, ...page }, { actor, recoveries }) =>
    recoveries.list(criteriaOf(filter, actor.scope.county), orderBy, page),
  aidRecoveryGroups: async (_, { filter, groupBy }, { actor, recoveries }) => {
    const { county } = actor.scope;
    const groups = await recoveries.countGroups(criteriaOf(filter, county), groupBy);
    return groups.map(({ key, count, amountFen }) => ({
      key: groupBy === 'SCHOOL' ? formatGlobalId({ county, id: key }) : key,
      count,
      amount: formatYuan(BigInt(amountFen)),
    }));
  },
};

export const recoveryMutations: Pick<MutationResolvers, 'aidRecoveryAdvance'> = {
  aidRecoveryAdvance: async (_, { input }, context) => {
    const { recovery: task, ...step } = input;
    const { taskId, refusals } = await context.recoveries.advance({ task, ...step });
    const recovery = taskId ? await context.recoveries.find(taskId) : null;
    return { recovery, userErrors: aidErrors(refusals, context) };
  },
};

export const awardRecoveryFields: Pick<AidAwardResolvers, 'recoveries'> = {
  recoveries: ({ id }, _, { recoveries }) => recoveries.listOfAward(id),
};

export const recoveryFields: Pick<AidRecoveryResolvers, 'id' | 'award' | 'amount' | 'event'> = {
  id: ({ countyCode, id }) => formatGlobalId({ county: countyCode, id }),
  award: ({ awardId }, _, { awards }) => awards.get(awardId),
  amount: ({ amountFen }) => formatYuan(BigInt(amountFen)),
  event: ({ eventId }) => eventId,
};
