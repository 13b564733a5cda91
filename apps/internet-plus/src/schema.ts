import { completeResolvers, scalars } from '@bureau/subgraph';
import type { Resolvers, ResolversParentTypes } from './__generated__/graphql.ts';
import { countyFields } from './county/county.resolvers.ts';
import {
  digitalProfileFields,
  digitalProfileQueries,
  schoolDigitalProfileFields,
} from './digital-profile/digital-profile.resolvers.ts';
import {
  platformPilotFields,
  platformPilotQueries,
  schoolPlatformPilotFields,
} from './platform-pilot/platform-pilot.resolvers.ts';
import { schoolFields, schoolQueries } from './school/school.resolvers.ts';
import {
  schoolSmartCampusFields,
  smartCampusRatingFields,
  smartCampusRatingQueries,
} from './smart-campus/smart-campus-rating.resolvers.ts';
import { connectivityQueries, connectivityTypes } from './connectivity/connectivity-lists.resolvers.ts';
import { connectivityMutations } from './connectivity/connectivity.resolvers.ts';
import { threeClassroomsQueries, threeClassroomsTypes } from './three-classrooms/three-classrooms-lists.resolvers.ts';
import { threeClassroomsMutations } from './three-classrooms/three-classrooms.resolvers.ts';

export const resolvers = completeResolvers<Resolvers, ResolversParentTypes>()({
  Date: scalars.Date,
  DateTime: scalars.DateTime,
  YearMonth: scalars.YearMonth,
  Fen: scalars.Fen,
  Yuan: scalars.Yuan,
  Query: {
    ...schoolQueries,
    ...digitalProfileQueries,
    ...smartCampusRatingQueries,
    ...platformPilotQueries,
    ...connectivityQueries,
    ...threeClassroomsQueries,
  },
  Mutation: { ...connectivityMutations, ...threeClassroomsMutations },
  County: countyFields,
  School: { ...schoolFields, ...schoolDigitalProfileFields, ...schoolSmartCampusFields, ...schoolPlatformPilotFields },
  SchoolDigitalProfile: digitalProfileFields,
  SmartCampusRating: smartCampusRatingFields,
  PlatformPilot: platformPilotFields,
  ...connectivityTypes,
  ...threeClassroomsTypes,
});
