import { formatGlobalId, idsInCounty } from '@bureau/subgraph';
import type { MutationResolvers, QueryResolvers, SchoolRefusalResolvers } from '../__generated__/graphql.ts';
import { told } from '../refusal/refusal.resolvers.ts';

export const schoolRefusalQueries: Pick<QueryResolvers, 'schoolRefusals'> = {
  schoolRefusals: (_, { filter, ...page }, { actor, schoolRefusals }) => {
    const { schools, ...criteria } = filter ?? {};
    const schoolIds = schools ? idsInCounty(schools, actor.scope.county, 'filter.schools') : null;
    return schoolRefusals.list({ ...criteria, schoolIds }, page);
  },
};

export const schoolRefusalMutations: Pick<MutationResolvers, 'schoolRefusalRecord' | 'schoolRefusalReport'> = {
  schoolRefusalRecord: async (_, { input }, { schoolRefusals, language }) => {
    const { id, refusals } = await schoolRefusals.record(input);
    return { schoolRefusal: id ? await schoolRefusals.find(id) : null, userErrors: told(refusals, language) };
  },
  schoolRefusalReport: async (_, { input }, { schoolRefusals, language }) => {
    const { id, refusals } = await schoolRefusals.report(input);
    return { schoolRefusal: id ? await schoolRefusals.find(id) : null, userErrors: told(refusals, language) };
  },
};

export const schoolRefusalFields: Pick<SchoolRefusalResolvers, '__resolveReference' | 'id' | 'child' | 'school'> = {
  __resolveReference: ({ id }, { schoolRefusals }) => schoolRefusals.findByGlobalId(id),
  id: ({ countyCode, id }) => formatGlobalId({ county: countyCode, id }),
  child: ({ childId }, _, { disabledChildren }) => disabledChildren.get(childId),
  school: ({ countyCode, schoolId }) => ({ id: formatGlobalId({ county: countyCode, id: schoolId }) }),
};
