import { formatGlobalId, idsInCounty, yearArgument } from '@bureau/subgraph';
import type {
  DigitalProfileFilter,
  QueryResolvers,
  SchoolDigitalProfileResolvers,
  SchoolResolvers,
} from '../__generated__/graphql.ts';
import type { DigitalProfileConditions } from './digital-profile.service.ts';

function conditionsOf(filter: DigitalProfileFilter, county: string): DigitalProfileConditions {
  const { schoolYear, schools, townships, ...conditions } = filter;
  return {
    ...conditions,
    schoolYear: yearArgument(schoolYear, 'filter.schoolYear'),
    schoolIds: schools ? idsInCounty(schools, county, 'filter.schools') : null,
    townshipCodes: townships ?? null,
  };
}

export const digitalProfileQueries: Pick<QueryResolvers, 'digitalProfiles' | 'digitalProfileGroups'> = {
  digitalProfiles: (_, { filter, orderBy, ...page }, { actor, digitalProfiles }) =>
    digitalProfiles.list(conditionsOf(filter, actor.scope.county), orderBy, page),
  digitalProfileGroups: (_, { filter, groupBy }, { actor, digitalProfiles }) =>
    digitalProfiles.countGroups(conditionsOf(filter, actor.scope.county), groupBy),
};

export const schoolDigitalProfileFields: Pick<SchoolResolvers, 'digitalProfile'> = {
  digitalProfile: ({ id }, { schoolYear }, { digitalProfiles }) =>
    digitalProfiles.findOfSchool(id, yearArgument(schoolYear, 'schoolYear')),
};

export const digitalProfileFields: Pick<SchoolDigitalProfileResolvers, 'id' | 'school' | 'isConnected'> = {
  id: ({ countyCode, id }) => formatGlobalId({ county: countyCode, id }),
  school: ({ countyCode, schoolId }) => ({ countyCode, id: schoolId }),
  isConnected: ({ broadbandMbps }) => broadbandMbps > 0,
};
