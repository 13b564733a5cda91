import type { QueryResolvers, Resolvers } from '../__generated__/graphql.ts';
import { globalIdOf } from '../record/record.service.ts';
import {
  boardBlocks,
  boardTasks,
  engagementFollowUps,
  expertEngagements,
  securityIncidents,
  securitySystems,
} from './task-force.repository.ts';

export const taskForceQueries = {
  boardWeeklyReport: (_, { week }, { board }) => board.weeklyReport(week),
  expertEngagement: (_, { id }, { records }) => records.of(expertEngagements).findByGlobalId(id),
  expertEngagements: (_, asked, { records }) => records.of(expertEngagements).list(asked),
  expertEngagementGroups: (_, asked, { records }) => records.of(expertEngagements).groups(asked),
  engagementFollowUps: (_, asked, { records }) => records.of(engagementFollowUps).list(asked),
  boardTask: (_, { id }, { records }) => records.of(boardTasks).findByGlobalId(id),
  boardTasks: (_, asked, { records }) => records.of(boardTasks).list(asked),
  boardTaskGroups: (_, asked, { records }) => records.of(boardTasks).groups(asked),
  boardBlocks: (_, asked, { records }) => records.of(boardBlocks).list(asked),
  securitySystem: (_, { id }, { records }) => records.of(securitySystems).findByGlobalId(id),
  securitySystems: (_, asked, { records }) => records.of(securitySystems).list(asked),
  securitySystemGroups: (_, asked, { records }) => records.of(securitySystems).groups(asked),
  securityIncidents: (_, asked, { records }) => records.of(securityIncidents).list(asked),
  securityIncidentGroups: (_, asked, { records }) => records.of(securityIncidents).groups(asked),
} satisfies Partial<QueryResolvers>;

export const taskForceTypes = {
  ExpertEngagement: {
    __resolveReference: ({ id }, { records }) => records.of(expertEngagements).findByGlobalId(id),
    id: globalIdOf,
    followUps: ({ id }, _, { records }) => records.of(engagementFollowUps).of('engagementId', id, 'DUE_ASC'),
  },
  EngagementFollowUp: {
    id: globalIdOf,
    engagement: ({ engagementId }, _, { records }) => records.of(expertEngagements).find(engagementId),
  },
  BoardTask: {
    __resolveReference: ({ id }, { records }) => records.of(boardTasks).findByGlobalId(id),
    id: globalIdOf,
    waitsFor: ({ id }, _, { records }) => records.of(boardBlocks).of('taskId', id, 'TASK_ASC'),
  },
  BoardBlock: {
    id: globalIdOf,
    task: ({ taskId }, _, { records }) => records.of(boardTasks).find(taskId),
    blocker: ({ blockerId }, _, { records }) => records.of(boardTasks).find(blockerId),
  },
  SecuritySystem: {
    __resolveReference: ({ id }, { records }) => records.of(securitySystems).findByGlobalId(id),
    id: globalIdOf,
    school: ({ countyCode, schoolId }) => (schoolId === null ? null : { countyCode, id: schoolId }),
  },
  SecurityIncident: {
    id: globalIdOf,
    system: ({ systemId }, _, { records }) => records.of(securitySystems).find(systemId),
  },
} satisfies Partial<Resolvers>;
