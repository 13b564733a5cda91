import type { MutationResolvers, PlacementDecisionResolvers } from '../__generated__/graphql.ts';
import { requestAnswer } from '../assessment-request/assessment-request.resolvers.ts';
import { schoolReference } from '../school/school.reference.ts';

export const placementDecisionMutations: Pick<MutationResolvers, 'placementDecide' | 'placementEffect'> = {
  placementDecide: async (_, { input }, context) =>
    requestAnswer(await context.placementDecisions.decide(input), context),
  placementEffect: async (_, { input }, context) =>
    requestAnswer(await context.placementDecisions.effect(input), context),
};

export const placementDecisionFields: Pick<PlacementDecisionResolvers, 'school' | 'externalSchool'> = {
  school: ({ countyCode, schoolId }) => schoolReference(countyCode, schoolId),
  externalSchool: ({ externalSchoolName: name, externalSchoolCity: city }) =>
    name === null || city === null ? null : { name, city },
};
