import type { RequestContext } from '@bureau/subgraph';
import { CaseActionService } from './case-action/case-action.service.ts';
import { DropoutCaseService } from './dropout-case/dropout-case.service.ts';
import { DropoutOpeningService } from './dropout-case/dropout-opening.service.ts';
import { DropoutStageService } from './dropout-case/dropout-stage.service.ts';
import { ReturnCheckService } from './dropout-case/return-check.service.ts';
import { DropoutRegistrationService } from './dropout-registration/dropout-registration.service.ts';
import { ArrivalCheckService } from './handover/arrival-check.service.ts';
import { HandoverPreparationService } from './handover/handover-preparation.service.ts';
import { HandoverStepService } from './handover/handover-step.service.ts';
import { HandoverService } from './handover/handover.service.ts';
import { IndicatorService } from './indicator/indicator.service.ts';
import { LegalDocumentService } from './legal-document/legal-document.service.ts';
import { MonthlyReportService } from './monthly-report/monthly-report.service.ts';
import { RollCallTakingService } from './roll-call/roll-call-taking.service.ts';
import { RollCallService } from './roll-call/roll-call.service.ts';
import { SchoolAlertService } from './school-alert/school-alert.service.ts';
import { SchoolCalendarService } from './school-calendar/school-calendar.service.ts';
import { SpecialFlagService } from './special-flag/special-flag.service.ts';

/** What dropout control (控辍保学) lends to every request. */
export type ControlContext = ReturnType<typeof createControlContext>;

export function createControlContext(request: RequestContext, at: { today: string; now: Date }) {
  const { today } = at;
  return {
    schoolCalendar: new SchoolCalendarService(request),
    rollCalls: new RollCallService(request, today),
    rollCallTaking: new RollCallTakingService(request, at),
    dropoutCases: new DropoutCaseService(request),
    dropoutOpenings: new DropoutOpeningService(request, today),
    dropoutStages: new DropoutStageService(request, at),
    returnChecks: new ReturnCheckService(request, today),
    caseActions: new CaseActionService(request, at),
    legalDocuments: new LegalDocumentService(request, today),
    dropoutRegistrations: new DropoutRegistrationService(request, today),
    monthlyReports: new MonthlyReportService(request, today),
    indicators: new IndicatorService(request, at),
    schoolAlerts: new SchoolAlertService(request, today),
    specialFlags: new SpecialFlagService(request, today),
    handovers: new HandoverService(request),
    handoverPreparation: new HandoverPreparationService(request, today),
    handoverSteps: new HandoverStepService(request, at),
    arrivalChecks: new ArrivalCheckService(request, at),
  };
}
