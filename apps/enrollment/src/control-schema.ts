import { caseActionFields, caseActionMutations, caseActionsField } from './case-action/case-action.resolvers.ts';
import {
  countyDropoutFields,
  dropoutCaseFields,
  dropoutCaseMutations,
  dropoutCaseQueries,
  studentDropoutFields,
} from './dropout-case/dropout-case.resolvers.ts';
import { dropoutStageMutations } from './dropout-case/dropout-stage.resolvers.ts';
import {
  caseRegistrationField,
  dropoutRegistrationMutations,
} from './dropout-registration/dropout-registration.resolvers.ts';
import { handoverMutations } from './handover/handover-acts.resolvers.ts';
import {
  handoverFields,
  handoverItemFields,
  handoverQueries,
  handoverStepFields,
  schoolMentionFields,
  studentHandoverFields,
} from './handover/handover.resolvers.ts';
import {
  countyIndicatorFields,
  indicatorFields,
  indicatorMemberFields,
  indicatorMutations,
  indicatorSnapshotFields,
} from './indicator/indicator.resolvers.ts';
import {
  caseDocumentsField,
  legalDocumentFields,
  legalDocumentMutations,
} from './legal-document/legal-document.resolvers.ts';
import {
  balanceLineFields,
  monthlyReportFields,
  monthlyReportMutations,
  monthlyReportQueries,
  schoolBalanceFields,
} from './monthly-report/monthly-report.resolvers.ts';
import {
  absenceFields,
  rollCallFields,
  rollCallMutations,
  rollCallQueries,
  studentAbsenceFields,
} from './roll-call/roll-call.resolvers.ts';
import { caseAlertsField, schoolAlertFields, schoolAlertMutations } from './school-alert/school-alert.resolvers.ts';
import {
  schoolCalendarMutations,
  schoolCalendarQueries,
  schoolTermFields,
} from './school-calendar/school-calendar.resolvers.ts';
import { specialFlagMutations, studentSpecialFields } from './special-flag/special-flag.resolvers.ts';

/** Dropout control (控辍保学) in the schema of the office. */
export const controlQueries = {
  ...schoolCalendarQueries,
  ...rollCallQueries,
  ...dropoutCaseQueries,
  ...handoverQueries,
  ...monthlyReportQueries,
};

export const controlMutations = {
  ...schoolCalendarMutations,
  ...rollCallMutations,
  ...dropoutCaseMutations,
  ...dropoutStageMutations,
  ...caseActionMutations,
  ...legalDocumentMutations,
  ...dropoutRegistrationMutations,
  ...schoolAlertMutations,
  ...specialFlagMutations,
  ...handoverMutations,
  ...monthlyReportMutations,
  ...indicatorMutations,
};

export const countyControlFields = { ...countyDropoutFields, ...countyIndicatorFields };

export const schoolControlFields = { ...schoolBalanceFields };

export const studentControlFields = {
  ...studentAbsenceFields,
  ...studentDropoutFields,
  ...studentSpecialFields,
  ...studentHandoverFields,
};

export const controlTypes = {
  SchoolTerm: schoolTermFields,
  RollCall: rollCallFields,
  Absence: absenceFields,
  DropoutCase: {
    ...dropoutCaseFields,
    ...caseActionsField,
    ...caseDocumentsField,
    ...caseRegistrationField,
    ...caseAlertsField,
  },
  CaseAction: caseActionFields,
  LegalDocument: legalDocumentFields,
  SchoolAlert: schoolAlertFields,
  Handover: handoverFields,
  HandoverItem: handoverItemFields,
  HandoverStep: handoverStepFields,
  SchoolMention: schoolMentionFields,
  MonthlyReport: monthlyReportFields,
  BalanceLine: balanceLineFields,
  Indicator: indicatorFields,
  IndicatorSnapshot: indicatorSnapshotFields,
  IndicatorMember: indicatorMemberFields,
};
