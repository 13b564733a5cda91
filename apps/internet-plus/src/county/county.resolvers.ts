import { yearArgument } from '@bureau/subgraph';
import type { CountyResolvers } from '../__generated__/graphql.ts';

export const countyFields: Pick<CountyResolvers, '__resolveReference' | 'internetPlus'> = {
  __resolveReference: ({ code }, { counties }) => counties.find(code),
  internetPlus: (_, { schoolYear }, { counties }) => counties.internetPlus(yearArgument(schoolYear, 'schoolYear')),
};
