import type { MutationResolvers } from '../__generated__/graphql.ts';
import { userErrors } from '../refusal/refusal.resolvers.ts';
import {
  bandwidthContracts,
  classrooms,
  speedTests,
  upgradeMilestones,
  upgradeProjects,
} from './connectivity.repository.ts';

export const connectivityMutations = {
  classroomRecord: async (_, { input }, { connectivity, records, language }) => {
    const { id, refusals } = await connectivity.recordClassroom(input);
    return { classroom: await records.of(classrooms).find(id), userErrors: userErrors(refusals, language) };
  },
  bandwidthContractRecord: async (_, { input }, { connectivity, records, language }) => {
    const { id, refusals } = await connectivity.recordContract(input);
    const bandwidthContract = await records.of(bandwidthContracts).find(id);
    return { bandwidthContract, userErrors: userErrors(refusals, language) };
  },
  speedTestRecord: async (_, { input }, { connectivity, records, language }) => {
    const { id, refusals } = await connectivity.recordSpeedTest(input);
    return { speedTest: await records.of(speedTests).find(id), userErrors: userErrors(refusals, language) };
  },
  upgradeProjectPlan: async (_, { input }, { upgrades, records, language }) => {
    const { id, refusals } = await upgrades.plan(input);
    return { upgradeProject: await records.of(upgradeProjects).find(id), userErrors: userErrors(refusals, language) };
  },
  upgradeProjectAdvance: async (_, { input }, { upgrades, records, language }) => {
    const { id, refusals } = await upgrades.advance(input);
    return { upgradeProject: await records.of(upgradeProjects).find(id), userErrors: userErrors(refusals, language) };
  },
  upgradeMilestoneReach: async (_, { input }, { upgrades, records, language }) => {
    const { id, refusals } = await upgrades.reachMilestone(input);
    const upgradeMilestone = await records.of(upgradeMilestones).find(id);
    return { upgradeMilestone, userErrors: userErrors(refusals, language) };
  },
} satisfies MutationResolvers;
