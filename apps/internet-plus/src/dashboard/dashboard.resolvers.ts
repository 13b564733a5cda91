import { yearArgument } from '@bureau/subgraph';
import type { CountyResolvers } from '../__generated__/graphql.ts';

export const countyDashboardFields: Pick<CountyResolvers, 'internetPlusDashboard'> = {
  internetPlusDashboard: (_, { schoolYear }, { dashboard }) => dashboard.of(yearArgument(schoolYear, 'schoolYear')),
};
