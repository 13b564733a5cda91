import { completeResolvers, scalars } from '@bureau/subgraph';
import type { Resolvers, ResolversParentTypes } from './__generated__/graphql.ts';
import { countyDashboardFields } from './dashboard/dashboard.resolvers.ts';
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
import { resourceQueries, resourceTypes } from './resource/resource-lists.resolvers.ts';
import { resourceMutations } from './resource/resource.resolvers.ts';
import { platformUseQueries, platformUseTypes } from './platform-use/platform-use-lists.resolvers.ts';
import { platformUseMutations } from './platform-use/platform-use.resolvers.ts';
import { pilotTaskQueries, pilotTaskTypes } from './pilot-task/pilot-task-lists.resolvers.ts';
import { pilotTaskMutations } from './pilot-task/pilot-task.resolvers.ts';
import {
  smartCampusApplicationQueries,
  smartCampusApplicationTypes,
} from './smart-campus-application/smart-campus-application-lists.resolvers.ts';
import { smartCampusApplicationMutations } from './smart-campus-application/smart-campus-application.resolvers.ts';
import { teacherQueries, teacherTypes } from './teacher/teacher-lists.resolvers.ts';
import { teacherMutations } from './teacher/teacher.resolvers.ts';
import { competitionQueries, competitionTypes } from './competition/competition-lists.resolvers.ts';
import { competitionMutations } from './competition/competition.resolvers.ts';
import { taskForceQueries, taskForceTypes } from './task-force/task-force-lists.resolvers.ts';
import { taskForceMutations } from './task-force/task-force.resolvers.ts';
import { settingMutations, settingQueries } from './setting/setting.resolvers.ts';

export const resolvers = completeResolvers<Resolvers, ResolversParentTypes>()({
  Date: scalars.Date,
  DateTime: scalars.DateTime,
  YearMonth: scalars.YearMonth,
  Fen: scalars.Fen,
  Yuan: scalars.Yuan,
  Query: {
    ...settingQueries,
    ...schoolQueries,
    ...digitalProfileQueries,
    ...smartCampusRatingQueries,
    ...platformPilotQueries,
    ...connectivityQueries,
    ...threeClassroomsQueries,
    ...resourceQueries,
    ...platformUseQueries,
    ...pilotTaskQueries,
    ...smartCampusApplicationQueries,
    ...teacherQueries,
    ...competitionQueries,
    ...taskForceQueries,
  },
  Mutation: {
    ...settingMutations,
    ...connectivityMutations,
    ...threeClassroomsMutations,
    ...resourceMutations,
    ...platformUseMutations,
    ...pilotTaskMutations,
    ...smartCampusApplicationMutations,
    ...teacherMutations,
    ...competitionMutations,
    ...taskForceMutations,
  },
  County: { ...countyFields, ...countyDashboardFields },
  School: { ...schoolFields, ...schoolDigitalProfileFields, ...schoolSmartCampusFields, ...schoolPlatformPilotFields },
  SchoolDigitalProfile: digitalProfileFields,
  SmartCampusRating: smartCampusRatingFields,
  PlatformPilot: platformPilotFields,
  ...connectivityTypes,
  ...threeClassroomsTypes,
  ...resourceTypes,
  ...platformUseTypes,
  ...pilotTaskTypes,
  ...smartCampusApplicationTypes,
  ...teacherTypes,
  ...competitionTypes,
  ...taskForceTypes,
});
