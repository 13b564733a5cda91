import type { MutationResolvers } from '../__generated__/graphql.ts';
import { done } from '../refusal/done.resolvers.ts';
import {
  boardTasks,
  engagementFollowUps,
  expertEngagements,
  securityIncidents,
  securitySystems,
} from './task-force.repository.ts';

export const taskForceMutations = {
  expertEngagementRecord: async (_, { input }, context) => {
    const { record: expertEngagement, userErrors } = await done(
      context,
      expertEngagements,
      context.guidance.record(input),
    );
    return { expertEngagement, userErrors };
  },
  engagementFollowUpFinish: async (_, { input }, context) => {
    const { record: engagementFollowUp, userErrors } = await done(
      context,
      engagementFollowUps,
      context.guidance.finish(input),
    );
    return { engagementFollowUp, userErrors };
  },
  boardTaskSet: async (_, { input }, context) => {
    const { record: boardTask, userErrors } = await done(context, boardTasks, context.board.set(input));
    return { boardTask, userErrors };
  },
  boardTaskBlock: async (_, { input }, context) => {
    const { record: boardTask, userErrors } = await done(context, boardTasks, context.board.block(input));
    return { boardTask, userErrors };
  },
  boardTaskReport: async (_, { input }, context) => {
    const { record: boardTask, userErrors } = await done(context, boardTasks, context.board.report(input));
    return { boardTask, userErrors };
  },
  securitySystemRegister: async (_, { input }, context) => {
    const { record: securitySystem, userErrors } = await done(
      context,
      securitySystems,
      context.security.register(input),
    );
    return { securitySystem, userErrors };
  },
  securityIncidentReport: async (_, { input }, context) => {
    const { record: securityIncident, userErrors } = await done(
      context,
      securityIncidents,
      context.security.reportIncident(input),
    );
    return { securityIncident, userErrors };
  },
  securityIncidentHandle: async (_, { input }, context) => {
    const { record: securityIncident, userErrors } = await done(
      context,
      securityIncidents,
      context.security.handle(input),
    );
    return { securityIncident, userErrors };
  },
} satisfies MutationResolvers;
