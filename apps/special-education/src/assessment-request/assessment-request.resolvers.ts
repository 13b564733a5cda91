import { formatGlobalId } from '@bureau/subgraph';
import type {
  AssessmentRequestResolvers,
  AssessmentStepResolvers,
  DisabledChildResolvers,
  MutationResolvers,
  QueryResolvers,
} from '../__generated__/graphql.ts';
import type { Outcome } from '../act/act.service.ts';
import type { Context } from '../context.ts';
import { type Refusal, told } from '../refusal/refusal.resolvers.ts';

/** What came of an act about a request. */
export async function requestAnswer<R extends Refusal>(
  { id, refusals }: Outcome<R>,
  { assessmentRequests, language }: Context,
) {
  return { assessmentRequest: id ? await assessmentRequests.find(id) : null, userErrors: told(refusals, language) };
}

export const assessmentRequestQueries: Pick<
  QueryResolvers,
  'assessmentRequest' | 'assessmentRequests' | 'assessmentRequestGroups'
> = {
  assessmentRequest: (_, { id }, { assessmentRequests }) => assessmentRequests.findByGlobalId(id),
  assessmentRequests: (_, { filter, orderBy, ...page }, { assessmentRequests, today }) =>
    assessmentRequests.list({ ...filter, today }, orderBy, page),
  assessmentRequestGroups: (_, { filter, groupBy }, { assessmentRequests, today }) =>
    assessmentRequests.countGroups({ ...filter, today }, groupBy),
};

export const assessmentRequestMutations: Pick<
  MutationResolvers,
  'assessmentRequestOpen' | 'assessmentSchedule' | 'assessmentAdvance'
> = {
  assessmentRequestOpen: async (_, { input }, context) =>
    requestAnswer(await context.assessmentWay.open(input), context),
  assessmentSchedule: async (_, { input }, context) =>
    requestAnswer(await context.assessmentWay.schedule(input), context),
  assessmentAdvance: async (_, { input }, context) =>
    requestAnswer(await context.assessmentWay.advance(input), context),
};

export const childAssessmentFields: Pick<DisabledChildResolvers, 'assessmentRequests'> = {
  assessmentRequests: ({ id }, _, { assessmentRequests }) => assessmentRequests.listOfChild(id),
};

export const assessmentRequestFields: Pick<
  AssessmentRequestResolvers,
  '__resolveReference' | 'id' | 'child' | 'isOverdue' | 'acts' | 'steps' | 'committee' | 'assessment' | 'decision'
> = {
  __resolveReference: ({ id }, { assessmentRequests }) => assessmentRequests.findByGlobalId(id),
  id: ({ countyCode, id }) => formatGlobalId({ county: countyCode, id }),
  child: ({ childId }, _, { disabledChildren }) => disabledChildren.get(childId),
  isOverdue: (request, _, { assessmentRequests }) => assessmentRequests.isOverdue(request),
  acts: (request, _, { assessmentRequests }) => assessmentRequests.actsOn(request),
  steps: ({ id }, _, { assessmentRequests }) => assessmentRequests.listSteps(id),
  committee: ({ id }, _, { assessmentRequests }) => assessmentRequests.listMembers(id),
  assessment: ({ id }, _, { assessments }) => assessments.findOfRequest(id),
  decision: ({ id }, _, { placementDecisions }) => placementDecisions.findOfRequest(id),
};

export const assessmentStepFields: Pick<AssessmentStepResolvers, 'from' | 'to'> = {
  from: ({ fromState }) => fromState,
  to: ({ toState }) => toState,
};
