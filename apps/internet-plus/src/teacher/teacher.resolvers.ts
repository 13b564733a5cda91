import type { MutationResolvers } from '../__generated__/graphql.ts';
import { done } from '../refusal/done.resolvers.ts';
import { incentiveRules, literacyResults, microCompetences, teachers, trainingRecords } from './teacher.repository.ts';

export const teacherMutations = {
  teacherEnrol: async (_, { input }, context) => {
    const { record: teacher, userErrors } = await done(context, teachers, context.teachers.enrol(input));
    return { teacher, userErrors };
  },
  teacherLeave: async (_, { input }, context) => {
    const { record: teacher, userErrors } = await done(context, teachers, context.teachers.leave(input));
    return { teacher, userErrors };
  },
  literacyResultsRecord: async (_, { input }, context) => {
    const { record, userErrors } = await done(context, literacyResults, context.competence.recordLiteracy(input));
    const ids = new Set(input.rows.map(({ teacher }) => teacher));
    const ofYear = record ? await context.records.of(literacyResults).of('year', String(input.year), 'SCORE_DESC') : [];
    const recorded = ofYear.filter(({ countyCode, teacherId }) => ids.has(`${countyCode}.${teacherId}`));
    return { literacyResults: record ? recorded : null, userErrors };
  },
  microCompetenceAssess: async (_, { input }, context) => {
    const { record: microCompetence, userErrors } = await done(
      context,
      microCompetences,
      context.competence.assess(input),
    );
    return { microCompetence, userErrors };
  },
  trainingRecordEnter: async (_, { input }, context) => {
    const { record: trainingRecord, userErrors } = await done(
      context,
      trainingRecords,
      context.competence.enterTraining(input),
    );
    return { trainingRecord, userErrors };
  },
  incentiveRuleDecide: async (_, { input }, context) => {
    const { record: incentiveRule, userErrors } = await done(
      context,
      incentiveRules,
      context.competence.decideRule(input),
    );
    return { incentiveRule, userErrors };
  },
} satisfies MutationResolvers;
