import { formatGlobalId, idsInCounty } from '@bureau/subgraph';
import type {
  QueryResolvers,
  SchoolResolvers,
  SmartCampusRatingFilter,
  SmartCampusRatingResolvers,
} from '../__generated__/graphql.ts';
import type { SmartCampusRatingCriteria } from './smart-campus-rating.repository.ts';

function criteriaOf(filter: SmartCampusRatingFilter | null | undefined, county: string): SmartCampusRatingCriteria {
  const { schools, townships, ...criteria } = filter ?? {};
  const schoolIds = schools ? idsInCounty(schools, county, 'filter.schools') : null;
  return { ...criteria, schoolIds, townshipCodes: townships ?? null };
}

export const smartCampusRatingQueries: Pick<QueryResolvers, 'smartCampusRatings' | 'smartCampusRatingGroups'> = {
  smartCampusRatings: (_, { filter, orderBy, ...page }, { actor, smartCampusRatings }) =>
    smartCampusRatings.list(criteriaOf(filter, actor.scope.county), orderBy, page),
  smartCampusRatingGroups: (_, { filter, groupBy }, { actor, smartCampusRatings }) =>
    smartCampusRatings.countGroups(criteriaOf(filter, actor.scope.county), groupBy),
};

export const schoolSmartCampusFields: Pick<SchoolResolvers, 'smartCampusRating'> = {
  smartCampusRating: ({ id }, _, { smartCampusRatings }) => smartCampusRatings.findInForce(id),
};

export const smartCampusRatingFields: Pick<SmartCampusRatingResolvers, 'id' | 'school'> = {
  id: ({ countyCode, id }) => formatGlobalId({ county: countyCode, id }),
  school: ({ countyCode, schoolId }) => ({ countyCode, id: schoolId }),
};
