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
import {
  effectFields,
  effectMutations,
  effectQueries,
  childEffectFields,
} from './automatic-effect/automatic-effect.resolvers.ts';
import { childDutyFields, dutyFields, dutyMutations, dutyQueries, dutyTransferFields } from './duty/duty.resolvers.ts';
import {
  externalPlacementFields,
  externalPlacementMutations,
} from './external-placement/external-placement.resolvers.ts';
import {
  unplacedFields,
  reconciliationFields,
  reconciliationMutations,
  reconciliationQueries,
} from './reconciliation/reconciliation.resolvers.ts';
import {
  childTeachingFields,
  gapFields,
  sessionFields,
  teachingMutations,
  teachingPlanFields,
  teachingQueries,
} from './home-teaching/home-teaching.resolvers.ts';
import { studentFields } from './student/student.resolvers.ts';
import { childUnplacedNoteFields } from './unplaced-note/unplaced-note.resolvers.ts';
import { settingMutations, settingQueries } from './setting/setting.resolvers.ts';

export const resolvers = completeResolvers<Resolvers, ResolversParentTypes>()({
  Date: scalars.Date,
  DateTime: scalars.DateTime,
  YearMonth: scalars.YearMonth,
  Query: {
    ...teachingQueries,
    ...settingQueries,
    ...reconciliationQueries,
    ...dutyQueries,
    ...effectQueries,
    ...disabledChildQueries,
    ...assessmentRequestQueries,
    ...assessmentQueries,
    ...schoolRefusalQueries,
  },
  Mutation: {
    ...teachingMutations,
    ...settingMutations,
    ...reconciliationMutations,
    ...externalPlacementMutations,
    ...dutyMutations,
    ...effectMutations,
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
    ...childTeachingFields,
    ...childDutyFields,
    ...childEffectFields,
    ...disabledChildFields,
    ...childPlacementFields,
    ...childUnplacedNoteFields,
    ...childLedgerFields,
    ...childAssessmentFields,
  },
  Placement: { ...placementFields, ...externalPlacementFields },
  AssessmentRequest: assessmentRequestFields,
  AssessmentStep: assessmentStepFields,
  Assessment: assessmentFields,
  ExpertAssignment: assignmentFields,
  PlacementDecision: placementDecisionFields,
  AutomaticEffect: effectFields,
  Duty: dutyFields,
  DutyTransfer: dutyTransferFields,
  PlacementReconciliation: reconciliationFields,
  UnplacedChild: unplacedFields,
  HomeTeachingPlan: teachingPlanFields,
  HomeTeachingSession: sessionFields,
  HomeTeachingGap: gapFields,
  SchoolRefusal: schoolRefusalFields,
});
