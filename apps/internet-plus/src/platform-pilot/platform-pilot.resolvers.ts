import { formatGlobalId, idsInCounty } from '@bureau/subgraph';
import type { PlatformPilotResolvers, QueryResolvers, SchoolResolvers } from '../__generated__/graphql.ts';

export const platformPilotQueries: Pick<QueryResolvers, 'platformPilots'> = {
  platformPilots: (_, { filter, orderBy, ...page }, { actor, platformPilots }) => {
    const { schools, townships, ...criteria } = filter ?? {};
    const schoolIds = schools ? idsInCounty(schools, actor.scope.county, 'filter.schools') : null;
    return platformPilots.list({ ...criteria, schoolIds, townshipCodes: townships ?? null }, orderBy, page);
  },
};

export const schoolPlatformPilotFields: Pick<SchoolResolvers, 'platformPilots' | 'isPlatformPilot'> = {
  platformPilots: ({ id }, _, { platformPilots }) => platformPilots.listUnderWay(id),
  isPlatformPilot: async ({ id }, _, { platformPilots }) => (await platformPilots.listUnderWay(id)).length > 0,
};

export const platformPilotFields: Pick<PlatformPilotResolvers, 'id' | 'school'> = {
  id: ({ countyCode, id }) => formatGlobalId({ county: countyCode, id }),
  school: ({ countyCode, schoolId }) => ({ countyCode, id: schoolId }),
};
