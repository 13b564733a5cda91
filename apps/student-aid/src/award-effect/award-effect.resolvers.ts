import { formatYuan } from '@bureau/money';
import { formatGlobalId } from '@bureau/subgraph';
import type { AidAwardEffectResolvers, AidAwardResolvers, MutationResolvers } from '../__generated__/graphql.ts';
import { daysOfMultirange } from '../award/covers.rules.ts';
import { aidErrors } from '../refusal/refusal.resolvers.ts';

export const awardEffectsFields: Pick<AidAwardResolvers, 'effects'> = {
  effects: ({ id }, _, { effects }) => effects.listOfAward(id),
};

export const effectMutations: Pick<MutationResolvers, 'aidAwardEffectUndo'> = {
  aidAwardEffectUndo: async (_, { input }, context) => {
    context.awards.forget();
    const { effectId, refusals } = await context.effects.undo(input);
    const effect = effectId ? await context.effects.find(effectId) : null;
    return { effect, userErrors: aidErrors(refusals, context) };
  },
};

export const effectFields: Pick<AidAwardEffectResolvers, 'id' | 'event' | 'fromAmount' | 'toAmount' | 'covers'> = {
  id: ({ countyCode, id }) => formatGlobalId({ county: countyCode, id }),
  event: ({ eventId }) => eventId,
  fromAmount: ({ fromFen }) => formatYuan(BigInt(fromFen)),
  toAmount: ({ toFen }) => formatYuan(BigInt(toFen)),
  covers: ({ covers }) => daysOfMultirange(covers),
};
