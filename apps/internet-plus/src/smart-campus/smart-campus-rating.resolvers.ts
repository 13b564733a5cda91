import { formatGlobalId, idsInCounty } from '@bureau/subgraph';
import type { QueryResolvers, SchoolResolvers, SmartCampusRatingResolvers } from '../__generated__/graphql.ts';

export const smartCampusRatingQueries: Pick<QueryResolvers, 'smartCampusRatings'> = {
  smartCampusRatings: (_, { filter, orderBy, ...page }, { actor, smartCampusRatings }) => {
    const { schools, townships, ...criteria } = filter ?? {};
    const schoolIds = schools ? idsInCounty(schools, actor.scope.county, 'filter.schools') : null;
    return smartCampusRatings.list({ ...criteria, schoolIds, townshipCodes: townships ?? null }, orderBy, page);
  },
};

export const schoolSmartCampusFields: Pick<SchoolResolvers, 'smartCampusRating'> = {
  smartCampusRating: ({ id }, _, { smartCampusRatings }) => smartCampusRatings.findInForce(id),
};

export const smartCampusRatingFields: Pick<SmartCampusRatingResolvers, 'id' | 'school'> = {
  id: ({ countyCode, id }) => formatGlobalId({ county: countyCode, id }),
  school: ({ countyCode, schoolId }) => ({ countyCode, id: schoolId }),
};
