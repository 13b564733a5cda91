import { formatGlobalId, idsInCounty } from '@bureau/subgraph';
import type {
  DisabledChildResolvers,
  DutyResolvers,
  DutyTransferResolvers,
  MutationResolvers,
  QueryResolvers,
} from '../__generated__/graphql.ts';
import type { Outcome } from '../act/act.service.ts';
import type { Context } from '../context.ts';
import { type Refusal, told } from '../refusal/refusal.resolvers.ts';
import { schoolReference } from '../school/school.reference.ts';

async function answer<R extends Refusal>({ id, refusals }: Outcome<R>, { dutyTransfers, language }: Context) {
  return { dutyTransfer: id ? await dutyTransfers.find(id) : null, userErrors: told(refusals, language) };
}

export const dutyQueries: Pick<QueryResolvers, 'dutyTransfers'> = {
  dutyTransfers: (_, { filter, ...page }, { actor, dutyTransfers }) => {
    const { fromSchools, toSchools, ...criteria } = filter ?? {};
    const { county } = actor.scope;
    const fromSchoolIds = fromSchools ? idsInCounty(fromSchools, county, 'filter.fromSchools') : null;
    const toSchoolIds = toSchools ? idsInCounty(toSchools, county, 'filter.toSchools') : null;
    return dutyTransfers.list({ ...criteria, fromSchoolIds, toSchoolIds }, page);
  },
};

export const dutyMutations: Pick<
  MutationResolvers,
  'dutyTransferOffer' | 'dutyTransferAccept' | 'dutyTransferDecline'
> = {
  dutyTransferOffer: async (_, { input }, context) => answer(await context.dutyTransfers.offer(input), context),
  dutyTransferAccept: async (_, { input }, context) => answer(await context.dutyTransfers.accept(input), context),
  dutyTransferDecline: async (_, { input }, context) => answer(await context.dutyTransfers.decline(input), context),
};

export const childDutyFields: Pick<DisabledChildResolvers, 'duties'> = {
  duties: ({ id }, _, { dutyTransfers }) => dutyTransfers.listDuties(id),
};

export const dutyFields: Pick<DutyResolvers, 'school'> = {
  school: ({ countyCode, schoolId }) => schoolReference(countyCode, schoolId),
};

export const dutyTransferFields: Pick<
  DutyTransferResolvers,
  '__resolveReference' | 'id' | 'child' | 'fromSchool' | 'toSchool' | 'isOverdue'
> = {
  __resolveReference: ({ id }, { dutyTransfers }) => dutyTransfers.findByGlobalId(id),
  id: ({ countyCode, id }) => formatGlobalId({ county: countyCode, id }),
  child: ({ childId }, _, { disabledChildren }) => disabledChildren.find(childId),
  fromSchool: ({ countyCode, fromSchoolId }) => schoolReference(countyCode, fromSchoolId),
  toSchool: ({ countyCode, toSchoolId }) => schoolReference(countyCode, toSchoolId),
  isOverdue: (transfer, _, { dutyTransfers }) => dutyTransfers.isOverdue(transfer),
};
