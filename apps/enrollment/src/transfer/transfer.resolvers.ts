import { formatGlobalId, idsInCounty } from '@bureau/subgraph';
import type {
  MutationResolvers,
  QueryResolvers,
  StudentResolvers,
  TransferFilter,
  TransferResolvers,
  TransferStepResolvers,
} from '../__generated__/graphql.ts';
import { requireScope } from '../require-scope.ts';
import { brokenAnswer } from '../rule-broken/rule-broken.resolvers.ts';
import { transferSentences } from './transfer-sentences.resolvers.ts';
import type { TransferCriteria } from './transfer.repository.ts';

function criteriaOf(filter: TransferFilter | null | undefined, county: string): TransferCriteria {
  const { schools, students, ...criteria } = filter ?? {};
  return {
    ...criteria,
    schoolIds: schools ? idsInCounty(schools, county, 'filter.schools') : null,
    studentIds: students ? idsInCounty(students, county, 'filter.students') : null,
  };
}

export const transferQueries: Pick<QueryResolvers, 'transfer' | 'transfers' | 'transferGroups'> = {
  transfer: (_, { id }, { transfers }) => transfers.findByGlobalId(id),
  transfers: (_, { filter, orderBy, ...page }, { actor, transfers }) =>
    transfers.list(criteriaOf(filter, actor.scope.county), orderBy, page),
  transferGroups: async (_, { filter, groupBy }, { actor, transfers }) => {
    if (filter?.students) requireScope(actor, 'transfers:read');
    const { county } = actor.scope;
    const groups = await transfers.countGroups(criteriaOf(filter, county), groupBy);
    const isSchool = groupBy === 'FROM_SCHOOL' || groupBy === 'TO_SCHOOL';
    return groups.map(({ key, count }) => ({
      key: isSchool && key ? formatGlobalId({ county, id: key }) : (key ?? ''),
      count,
    }));
  },
};

export const transferMutations: Pick<MutationResolvers, 'transferRequest' | 'transferStep'> = {
  transferRequest: async (_, { input }, { transfers, transferRequests, language }) => {
    const { transferId, refusals } = await transferRequests.ask(input);
    return {
      transfer: transferId ? await transfers.find(transferId) : null,
      userErrors: refusals.map((refusal) => brokenAnswer(refusal, transferSentences, language)),
    };
  },
  transferStep: async (_, { input }, { transfers, transferSteps, language }) => {
    const { transferId, refusals } = await transferSteps.take(input);
    return {
      transfer: transferId ? await transfers.find(transferId) : null,
      userErrors: refusals.map((refusal) => brokenAnswer(refusal, transferSentences, language)),
    };
  },
};

export const studentTransferFields: Pick<StudentResolvers, 'transfers'> = {
  transfers: ({ id }, _, { transfers }) => transfers.listOfStudent(id),
};

export const transferFields: Pick<
  TransferResolvers,
  | '__resolveReference'
  | 'id'
  | 'student'
  | 'fromSchool'
  | 'toSchool'
  | 'toClass'
  | 'nextStep'
  | 'isOverdue'
  | 'isInTransit'
  | 'steps'
> = {
  __resolveReference: ({ id }, { transfers }) => transfers.findByGlobalId(id),
  id: ({ countyCode, id }) => formatGlobalId({ county: countyCode, id }),
  student: ({ studentId }, _, { students }) => students.find(studentId),
  fromSchool: ({ fromSchoolId }, _, { handovers }) => (fromSchoolId ? handovers.mention(fromSchoolId) : null),
  toSchool: ({ toSchoolId }, _, { handovers }) => (toSchoolId ? handovers.mention(toSchoolId) : null),
  toClass: ({ toClassId }, _, { classes }) => (toClassId ? classes.find(toClassId) : null),
  nextStep: ({ endedOn, route, position }) => (endedOn === null ? (route[position] ?? null) : null),
  isOverdue: (transfer, _, { transfers }) => transfers.isOverdue(transfer),
  isInTransit: ({ movedOn, endedOn }) => movedOn !== null && endedOn === null,
  steps: ({ id }, _, { transfers }) => transfers.listSteps(id),
};

export const transferStepFields: Pick<TransferStepResolvers, 'wasLate'> = {
  wasLate: ({ dueOn, takenOn }) => dueOn !== null && takenOn > dueOn,
};
