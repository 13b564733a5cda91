import type { MutationResolvers } from '../__generated__/graphql.ts';
import { done } from '../refusal/done.resolvers.ts';
import { pilotTasks } from './pilot-task.repository.ts';

export const pilotTaskMutations = {
  pilotTaskSet: async (_, { input }, context) => {
    const { record: pilotTask, userErrors } = await done(context, pilotTasks, context.pilotTasks.set(input));
    return { pilotTask, userErrors };
  },
  pilotTaskFinish: async (_, { input }, context) => {
    const { record: pilotTask, userErrors } = await done(context, pilotTasks, context.pilotTasks.finish(input));
    return { pilotTask, userErrors };
  },
} satisfies MutationResolvers;
