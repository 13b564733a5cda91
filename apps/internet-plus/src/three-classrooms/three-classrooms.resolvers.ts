import type { MutationResolvers } from '../__generated__/graphql.ts';
import { done } from '../refusal/done.resolvers.ts';
import { classroomPairings, lessonSessions, sessionParties, subjectShortages } from './three-classrooms.repository.ts';

export const threeClassroomsMutations = {
  classroomPairingAgree: async (_, { input }, context) => {
    const { record: classroomPairing, userErrors } = await done(
      context,
      classroomPairings,
      context.pairings.agree(input),
    );
    return { classroomPairing, userErrors };
  },
  classroomPairingEnd: async (_, { input }, context) => {
    const { record: classroomPairing, userErrors } = await done(
      context,
      classroomPairings,
      context.pairings.end(input),
    );
    return { classroomPairing, userErrors };
  },
  lessonSessionPlan: async (_, { input }, context) => {
    const { record: lessonSession, userErrors } = await done(context, lessonSessions, context.lessons.plan(input));
    return { lessonSession, userErrors };
  },
  lessonSessionHold: async (_, { input }, context) => {
    const { record: lessonSession, userErrors } = await done(context, lessonSessions, context.lessons.hold(input));
    return { lessonSession, userErrors };
  },
  lessonSessionCancel: async (_, { input }, context) => {
    const { record: lessonSession, userErrors } = await done(context, lessonSessions, context.lessons.cancel(input));
    return { lessonSession, userErrors };
  },
  sessionPartyAttend: async (_, { input }, context) => {
    const { record: sessionParty, userErrors } = await done(context, sessionParties, context.lessons.attend(input));
    return { sessionParty, userErrors };
  },
  subjectShortageDeclare: async (_, { input }, context) => {
    const { record: subjectShortage, userErrors } = await done(
      context,
      subjectShortages,
      context.pairings.declareShortage(input),
    );
    return { subjectShortage, userErrors };
  },
} satisfies MutationResolvers;
