import type { MutationResolvers } from '../__generated__/graphql.ts';
import { done } from '../refusal/done.resolvers.ts';
import { resourceCollections, resourceUses, resources } from './resource.repository.ts';

export const resourceMutations = {
  resourceAdd: async (_, { input }, context) => {
    const { record: resource, userErrors } = await done(context, resources, context.catalogue.add(input));
    return { resource, userErrors };
  },
  resourceWithdraw: async (_, { input }, context) => {
    const { record: resource, userErrors } = await done(context, resources, context.catalogue.withdraw(input));
    return { resource, userErrors };
  },
  resourceCollectionCompose: async (_, { input }, context) => {
    const { record: resourceCollection, userErrors } = await done(
      context,
      resourceCollections,
      context.catalogue.compose(input),
    );
    return { resourceCollection, userErrors };
  },
  resourceUseRecord: async (_, { input }, context) => {
    const { record: resourceUse, userErrors } = await done(context, resourceUses, context.catalogue.recordUse(input));
    return { resourceUse, userErrors };
  },
} satisfies MutationResolvers;
