import type { MutationResolvers } from '../__generated__/graphql.ts';
import { done } from '../refusal/done.resolvers.ts';
import { smartCampusApplications, smartCampusWeights } from './smart-campus-application.repository.ts';

export const smartCampusApplicationMutations = {
  smartCampusWeightsDecide: async (_, { input }, context) => {
    const { record, userErrors } = await done(context, smartCampusWeights, context.smartCampus.decideWeights(input));
    const ofYear = context.records.of(smartCampusWeights).of('year', String(input.year), 'DIMENSION_ASC');
    return { smartCampusWeights: record ? await ofYear : null, userErrors };
  },
  smartCampusApplicationDraft: async (_, { input }, context) => {
    const { record: smartCampusApplication, userErrors } = await done(
      context,
      smartCampusApplications,
      context.smartCampus.draft(input),
    );
    return { smartCampusApplication, userErrors };
  },
  smartCampusApplicationSubmit: async (_, { input }, context) => {
    const { record: smartCampusApplication, userErrors } = await done(
      context,
      smartCampusApplications,
      context.smartCampus.submit(input),
    );
    return { smartCampusApplication, userErrors };
  },
  smartCampusApplicationReview: async (_, { input }, context) => {
    const { record: smartCampusApplication, userErrors } = await done(
      context,
      smartCampusApplications,
      context.smartCampus.review(input),
    );
    return { smartCampusApplication, userErrors };
  },
  smartCampusApplicationDefend: async (_, { input }, context) => {
    const { record: smartCampusApplication, userErrors } = await done(
      context,
      smartCampusApplications,
      context.smartCampus.defend(input),
    );
    return { smartCampusApplication, userErrors };
  },
  smartCampusApplicationAdvance: async (_, { input }, context) => {
    const { record: smartCampusApplication, userErrors } = await done(
      context,
      smartCampusApplications,
      context.smartCampusDecision.advance(input),
    );
    return { smartCampusApplication, userErrors };
  },
} satisfies MutationResolvers;
