import { formatYuan } from '@bureau/money';
import type { QueryResolvers, Resolvers } from '../__generated__/graphql.ts';
import { globalIdOf } from '../record/record.service.ts';
import { connectivityGaps } from './connectivity-gap.repository.ts';
import { delayDays } from './connectivity.rules.ts';
import {
  bandwidthContracts,
  classrooms,
  speedTests,
  upgradeMilestones,
  upgradeProjects,
} from './connectivity.repository.ts';

export const connectivityQueries = {
  connectivityGaps: (_, asked, { records }) => records.of(connectivityGaps).list(asked),
  connectivityGapGroups: (_, asked, { records }) => records.of(connectivityGaps).groups(asked),
  classroom: (_, { id }, { records }) => records.of(classrooms).findByGlobalId(id),
  classrooms: (_, asked, { records }) => records.of(classrooms).list(asked),
  classroomGroups: (_, asked, { records }) => records.of(classrooms).groups(asked),
  bandwidthContract: (_, { id }, { records }) => records.of(bandwidthContracts).findByGlobalId(id),
  bandwidthContracts: (_, asked, { records }) => records.of(bandwidthContracts).list(asked),
  bandwidthContractGroups: (_, asked, { records }) => records.of(bandwidthContracts).groups(asked),
  speedTest: (_, { id }, { records }) => records.of(speedTests).findByGlobalId(id),
  speedTests: (_, asked, { records }) => records.of(speedTests).list(asked),
  speedTestGroups: (_, asked, { records }) => records.of(speedTests).groups(asked),
  upgradeProject: (_, { id }, { records }) => records.of(upgradeProjects).findByGlobalId(id),
  upgradeProjects: (_, asked, { records }) => records.of(upgradeProjects).list(asked),
  upgradeProjectGroups: (_, asked, { records }) => records.of(upgradeProjects).groups(asked),
  upgradeMilestones: (_, asked, { records }) => records.of(upgradeMilestones).list(asked),
} satisfies Partial<QueryResolvers>;

export const connectivityTypes = {
  ConnectivityGap: {
    id: globalIdOf,
    school: ({ countyCode, schoolId }) => ({ countyCode, id: schoolId }),
  },
  Classroom: {
    __resolveReference: ({ id }, { records }) => records.of(classrooms).findByGlobalId(id),
    id: globalIdOf,
    school: ({ countyCode, schoolId }) => ({ countyCode, id: schoolId }),
  },
  BandwidthContract: {
    __resolveReference: ({ id }, { records }) => records.of(bandwidthContracts).findByGlobalId(id),
    id: globalIdOf,
    school: ({ countyCode, schoolId }) => ({ countyCode, id: schoolId }),
    monthlyAmount: ({ monthlyFen }) => formatYuan(BigInt(monthlyFen)),
  },
  SpeedTest: {
    __resolveReference: ({ id }, { records }) => records.of(speedTests).findByGlobalId(id),
    id: globalIdOf,
    school: ({ countyCode, schoolId }) => ({ countyCode, id: schoolId }),
    classroom: ({ classroomId }, _, { records }) => records.of(classrooms).find(classroomId),
  },
  UpgradeProject: {
    __resolveReference: ({ id }, { records }) => records.of(upgradeProjects).findByGlobalId(id),
    id: globalIdOf,
    school: ({ countyCode, schoolId }) => ({ countyCode, id: schoolId }),
    budgetAmount: ({ budgetFen }) => formatYuan(BigInt(budgetFen)),
    delayDays: (project, _, { today }) => delayDays(project, today),
    milestones: ({ id }, _, { records }) => records.of(upgradeMilestones).of('projectId', id, 'DUE_ASC'),
  },
  UpgradeMilestone: {
    id: globalIdOf,
    school: ({ countyCode, schoolId }) => ({ countyCode, id: schoolId }),
    project: ({ projectId }, _, { records }) => records.of(upgradeProjects).find(projectId),
  },
} satisfies Partial<Resolvers>;
