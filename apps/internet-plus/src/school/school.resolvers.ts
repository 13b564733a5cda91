import { formatGlobalId, yearArgument } from '@bureau/subgraph';
import type { QueryResolvers, SchoolResolvers } from '../__generated__/graphql.ts';

export const schoolQueries: Pick<QueryResolvers, 'internetPlusSchools'> = {
  internetPlusSchools: (_, { filter, orderBy, ...page }, { schools }) => {
    const { schoolYear, townships, ...conditions } = filter;
    const year = yearArgument(schoolYear, 'filter.schoolYear');
    return schools.listCounted({ ...conditions, schoolYear: year, townshipCodes: townships ?? null }, orderBy, page);
  },
};

export const schoolFields: Pick<SchoolResolvers, '__resolveReference' | 'id'> = {
  __resolveReference: ({ id }, { schools }) => schools.findByGlobalId(id),
  id: ({ countyCode, id }) => formatGlobalId({ county: countyCode, id }),
};
