import { formatGlobalId, idsInCounty } from '@bureau/subgraph';
import type {
  DisabledChildResolvers,
  HomeTeachingGapResolvers,
  HomeTeachingPlanResolvers,
  HomeTeachingSessionFilter,
  HomeTeachingSessionResolvers,
  MutationResolvers,
  QueryResolvers,
} from '../__generated__/graphql.ts';
import type { Outcome } from '../act/act.service.ts';
import type { Context } from '../context.ts';
import { type Refusal, told } from '../refusal/refusal.resolvers.ts';
import { schoolReference } from '../school/school.reference.ts';
import type { SessionCriteria } from './home-teaching.repository.ts';

function criteriaOf(filter: HomeTeachingSessionFilter | null | undefined, county: string): SessionCriteria {
  const { schools, ...criteria } = filter ?? {};
  return { ...criteria, schoolIds: schools ? idsInCounty(schools, county, 'filter.schools') : null };
}

export const teachingQueries: Pick<
  QueryResolvers,
  'homeTeachingSessions' | 'homeTeachingSessionGroups' | 'homeTeachingGaps'
> = {
  homeTeachingSessions: (_, { filter, orderBy, ...page }, { actor, homeTeaching }) =>
    homeTeaching.list(criteriaOf(filter, actor.scope.county), orderBy, page),
  homeTeachingSessionGroups: (_, { filter, groupBy }, { actor, homeTeaching }) =>
    homeTeaching.countGroups(criteriaOf(filter, actor.scope.county), groupBy),
  homeTeachingGaps: (_, { month }, { homeTeaching }) => homeTeaching.listGaps(month),
};

async function planAnswer<R extends Refusal>({ id, refusals }: Outcome<R>, { homeTeaching, language }: Context) {
  return { homeTeachingPlan: id ? await homeTeaching.findPlan(id) : null, userErrors: told(refusals, language) };
}
async function sessionAnswer<R extends Refusal>({ id, refusals }: Outcome<R>, { homeTeaching, language }: Context) {
  return { homeTeachingSession: id ? await homeTeaching.findSession(id) : null, userErrors: told(refusals, language) };
}

export const teachingMutations: Pick<
  MutationResolvers,
  | 'homeTeachingPlanOpen'
  | 'homeTeachingSessionsPlan'
  | 'homeTeachingSessionGive'
  | 'homeTeachingSessionMiss'
  | 'homeTeachingSessionVerify'
> = {
  homeTeachingPlanOpen: async (_, { input }, context) => planAnswer(await context.teachingActs.open(input), context),
  homeTeachingSessionsPlan: async (_, { input }, context) =>
    planAnswer(await context.teachingActs.schedule(input), context),
  homeTeachingSessionGive: async (_, { input }, context) =>
    sessionAnswer(await context.sessionActs.give(input), context),
  homeTeachingSessionMiss: async (_, { input }, context) =>
    sessionAnswer(await context.sessionActs.miss(input), context),
  homeTeachingSessionVerify: async (_, { input }, context) =>
    sessionAnswer(await context.sessionActs.verify(input), context),
};

export const childTeachingFields: Pick<DisabledChildResolvers, 'homeTeachingPlans'> = {
  homeTeachingPlans: ({ id }, _, { homeTeaching }) => homeTeaching.listPlansOfChild(id),
};

export const teachingPlanFields: Pick<
  HomeTeachingPlanResolvers,
  '__resolveReference' | 'id' | 'child' | 'school' | 'startsAt'
> = {
  __resolveReference: ({ id }, { homeTeaching }) => homeTeaching.findPlanByGlobalId(id),
  id: ({ countyCode, id }) => formatGlobalId({ county: countyCode, id }),
  child: ({ childId }, _, { disabledChildren }) => disabledChildren.get(childId),
  school: ({ countyCode, schoolId }) => schoolReference(countyCode, schoolId),
  startsAt: ({ startsAt }) => startsAt.slice(0, 5),
};

export const sessionFields: Pick<HomeTeachingSessionResolvers, '__resolveReference' | 'id' | 'child' | 'school'> = {
  __resolveReference: ({ id }, { homeTeaching }) => homeTeaching.findSessionByGlobalId(id),
  id: ({ countyCode, id }) => formatGlobalId({ county: countyCode, id }),
  child: ({ childId }, _, { disabledChildren }) => disabledChildren.get(childId),
  school: ({ countyCode, schoolId }) => schoolReference(countyCode, schoolId),
};

export const gapFields: Pick<HomeTeachingGapResolvers, 'child'> = {
  child: ({ childId }, _, { disabledChildren }) => disabledChildren.get(childId),
};
