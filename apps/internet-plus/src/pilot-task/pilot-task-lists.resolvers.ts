import type { QueryResolvers, Resolvers } from '../__generated__/graphql.ts';
import { globalIdOf } from '../record/record.service.ts';
import { pilotTasks } from './pilot-task.repository.ts';

export const pilotTaskQueries = {
  pilotTask: (_, { id }, { records }) => records.of(pilotTasks).findByGlobalId(id),
  pilotTasks: (_, asked, { records }) => records.of(pilotTasks).list(asked),
  pilotTaskGroups: (_, asked, { records }) => records.of(pilotTasks).groups(asked),
} satisfies Partial<QueryResolvers>;

export const pilotTaskTypes = {
  PilotTask: {
    __resolveReference: ({ id }, { records }) => records.of(pilotTasks).findByGlobalId(id),
    id: globalIdOf,
    school: ({ countyCode, schoolId }) => ({ countyCode, id: schoolId }),
    pilot: ({ pilotId }, _, { platformPilots }) => platformPilots.find(pilotId),
  },
} satisfies Partial<Resolvers>;
