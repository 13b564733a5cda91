import type { MutationResolvers, PlacementResolvers } from '../__generated__/graphql.ts';
import { told } from '../refusal/refusal.resolvers.ts';

export const externalPlacementMutations: Pick<MutationResolvers, 'externalPlacementConfirm'> = {
  externalPlacementConfirm: async (_, { input }, { externalPlacements, placements, language }) => {
    const { id, refusals } = await externalPlacements.confirm(input);
    return { placement: id ? await placements.find(id) : null, userErrors: told(refusals, language) };
  },
};

export const externalPlacementFields: Pick<PlacementResolvers, 'confirmations'> = {
  confirmations: ({ id }, _, { externalPlacements }) => externalPlacements.listOfPlacement(id),
};
