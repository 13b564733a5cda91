import { formatGlobalId } from '@bureau/subgraph';
import type {
  AssessmentResolvers,
  ExpertAssignmentResolvers,
  MutationResolvers,
  QueryResolvers,
} from '../__generated__/graphql.ts';
import { requestAnswer } from '../assessment-request/assessment-request.resolvers.ts';
import { told } from '../refusal/refusal.resolvers.ts';

export const assessmentQueries: Pick<QueryResolvers, 'ownAssessments'> = {
  ownAssessments: (_, _arguments, { assessments }) => assessments.listAssignments(),
};

export const assessmentMutations: Pick<MutationResolvers, 'assessmentRecord' | 'assessmentAdvise'> = {
  assessmentRecord: async (_, { input }, { assessments, language }) => {
    const { id, refusals } = await assessments.record(input);
    return { assignment: id ? await assessments.findAssignment(id) : null, userErrors: told(refusals, language) };
  },
  assessmentAdvise: async (_, { input }, context) => requestAnswer(await context.assessments.advise(input), context),
};

export const assessmentFields: Pick<AssessmentResolvers, 'findings'> = {
  findings: (assessment, _, { assessments }) => assessments.findings(assessment),
};

export const assignmentFields: Pick<ExpertAssignmentResolvers, 'request' | 'bornIn' | 'assessment'> = {
  request: ({ id }, _, { actor }) => formatGlobalId({ county: actor.scope.county, id }),
  bornIn: ({ bornOn }) => bornOn.slice(0, 7),
  assessment: ({ id }, _, { assessments }) => assessments.findOfRequest(id),
};
