import { completeResolvers, scalars } from '@bureau/subgraph';
import type { Resolvers, ResolversParentTypes } from './__generated__/graphql.ts';
import {
  assessmentFields,
  assessmentMutations,
  assessmentQueries,
  assignmentFields,
} from './assessment/assessment.resolvers.ts';
import {
  assessmentRequestFields,
  assessmentRequestMutations,
  assessmentRequestQueries,
  assessmentStepFields,
  childAssessmentFields,
} from './assessment-request/assessment-request.resolvers.ts';
import { countyFields, figuresFields } from './county/county.resolvers.ts';
import { disabledChildFields, disabledChildQueries } from './disabled-child/disabled-child.resolvers.ts';
import { childLedgerFields, ledgerMutations } from './ledger/ledger.resolvers.ts';
import {
  placementDecisionFields,
  placementDecisionMutations,
} from './placement-decision/placement-decision.resolvers.ts';
import { childPlacementFields, placementFields } from './placement/placement.resolvers.ts';
import {
  schoolRefusalFields,
  schoolRefusalMutations,
  schoolRefusalQueries,
} from './school-refusal/school-refusal.resolvers.ts';
import { studentFields } from './student/student.resolvers.ts';
import { childUnplacedNoteFields } from './unplaced-note/unplaced-note.resolvers.ts';

export const resolvers = completeResolvers<Resolvers, ResolversParentTypes>()({
  Date: scalars.Date,
  YearMonth: scalars.YearMonth,
  Query: { ...disabledChildQueries, ...assessmentRequestQueries, ...assessmentQueries, ...schoolRefusalQueries },
  Mutation: {
    ...ledgerMutations,
    ...assessmentRequestMutations,
    ...assessmentMutations,
    ...placementDecisionMutations,
    ...schoolRefusalMutations,
  },
  County: countyFields,
  SpecialEducationFigures: figuresFields,
  Student: studentFields,
  DisabledChild: {
    ...disabledChildFields,
    ...childPlacementFields,
    ...childUnplacedNoteFields,
    ...childLedgerFields,
    ...childAssessmentFields,
  },
  Placement: placementFields,
  AssessmentRequest: assessmentRequestFields,
  AssessmentStep: assessmentStepFields,
  Assessment: assessmentFields,
  ExpertAssignment: assignmentFields,
  PlacementDecision: placementDecisionFields,
  SchoolRefusal: schoolRefusalFields,
});
