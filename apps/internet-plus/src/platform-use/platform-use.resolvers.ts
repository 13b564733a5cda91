import type { MutationResolvers } from '../__generated__/graphql.ts';
import { done } from '../refusal/done.resolvers.ts';
import { platformExports } from './platform-use.repository.ts';

export const platformUseMutations = {
  platformExportImport: async (_, { input }, context) => {
    const { record: platformExport, userErrors } = await done(
      context,
      platformExports,
      context.platformUse.importExport(input),
    );
    return { platformExport, userErrors };
  },
} satisfies MutationResolvers;
