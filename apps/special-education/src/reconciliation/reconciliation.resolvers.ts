import { formatGlobalId, idsInCounty, type Language } from '@bureau/subgraph';
import type {
  MutationResolvers,
  PlacementReconciliationResolvers,
  QueryResolvers,
  UnplacedChildResolvers,
} from '../__generated__/graphql.ts';
import { ageBandArgument, dayArgument } from '../age-band/age-band.resolvers.ts';
import { enrollmentRate } from '../county/figures.rules.ts';
import { told } from '../refusal/refusal.resolvers.ts';
import type { UnplacedCause } from './reconciliation.rules.ts';

const CAUSES: Record<UnplacedCause, { reason: Record<Language, string>; nextStep: Record<Language, string> }> = {
  NEVER_PLACED: {
    reason: { zh: '登记后尚未安置', en: 'Registered and not placed yet' },
    nextStep: { zh: '申请评估', en: 'Ask for an assessment' },
  },
  PLACEMENT_ENDED: {
    reason: { zh: '原安置已结束', en: 'The placement before has ended' },
    nextStep: { zh: '查明去向，申请复评', en: 'Find out where the child is; ask for a review' },
  },
  DEFERRAL_EXPIRED: {
    reason: { zh: '延缓入学已到期', en: 'The deferral has expired' },
    nextStep: { zh: '复评并作出安置决定', en: 'Assess again and decide' },
  },
};

export const reconciliationQueries: Pick<QueryResolvers, 'placements' | 'placementGroups' | 'placementReconciliation'> =
  {
    placements: (_, { filter, orderBy, ...page }, { actor, placements }) => {
      const schoolIds = filter?.schools ? idsInCounty(filter.schools, actor.scope.county, 'filter.schools') : null;
      return placements.list({ ...filter, schoolIds }, orderBy, page);
    },
    placementGroups: async (_, { filter, groupBy }, { actor, placements }) => {
      const { county } = actor.scope;
      const schoolIds = filter?.schools ? idsInCounty(filter.schools, county, 'filter.schools') : null;
      const groups = await placements.countGroups({ ...filter, schoolIds }, groupBy);
      if (groupBy !== 'SCHOOL') return groups;
      return groups.map(({ key, count }) => ({ key: key && formatGlobalId({ county, id: key }), count }));
    },
    placementReconciliation: async (_, { schoolYear, asOf }, context) => {
      const ageBand = await ageBandArgument(schoolYear, 'schoolYear', context);
      return context.reconciliations.reconcile(
        ageBand,
        dayArgument(asOf, 'asOf', { schoolYear, today: context.today }),
      );
    },
  };

export const reconciliationMutations: Pick<MutationResolvers, 'placementConclude' | 'unplacedNoteRecord'> = {
  placementConclude: async (_, { input }, { reconciliations, placements, language }) => {
    const { id, refusals } = await reconciliations.conclude(input);
    return { placement: id ? await placements.find(id) : null, userErrors: told(refusals, language) };
  },
  unplacedNoteRecord: async (_, { input }, { reconciliations, disabledChildren, language }) => {
    const { id, refusals } = await reconciliations.note(input);
    return { disabledChild: id ? await disabledChildren.get(id) : null, userErrors: told(refusals, language) };
  },
};

export const reconciliationFields: Pick<PlacementReconciliationResolvers, 'rateOfAll' | 'rateWithoutDeferred'> = {
  rateOfAll: ({ figures }) => enrollmentRate(figures, 'INCLUDE_DEFERRED_IN_DENOM'),
  rateWithoutDeferred: ({ figures }) => enrollmentRate(figures, 'EXCLUDE_DEFERRED_FROM_DENOM'),
};

export const unplacedFields: Pick<UnplacedChildResolvers, 'child' | 'reason' | 'nextStep'> = {
  child: ({ childId }, _, { disabledChildren }) => disabledChildren.get(childId),
  reason: ({ cause, note }, _, { language }) => note?.reason ?? CAUSES[cause].reason[language],
  nextStep: ({ cause, note }, _, { language }) => note?.nextStep ?? CAUSES[cause].nextStep[language],
};
