import type { CountyResolvers, QueryResolvers } from '../__generated__/graphql.ts';

export const countyQueries: Pick<QueryResolvers, 'county'> = {
  county: (_, { code }, { counties }) => counties.find(code),
};

export const countyFields: Pick<CountyResolvers, '__resolveReference' | 'code'> = {
  __resolveReference: ({ code }, { counties }) => counties.find(code),
  code: ({ countyCode }) => countyCode,
};
