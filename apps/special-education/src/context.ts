import type { Sealer } from '@bureau/access';
import { dayInBeijing } from '@bureau/calendar';
import { SettingService } from '@bureau/settings';
import type { RequestContext } from '@bureau/subgraph';
import { catalogue } from './setting/catalogue.ts';
import { ActService } from './act/act.service.ts';
import { AgeBandService } from './age-band/age-band.service.ts';
import { AssessmentService } from './assessment/assessment.service.ts';
import { AssessmentRequestService } from './assessment-request/assessment-request.service.ts';
import { AssessmentWayService } from './assessment-request/assessment-way.service.ts';
import { RequestStepService } from './assessment-request/request-step.service.ts';
import { CountyService } from './county/county.service.ts';
import { DisabledChildService } from './disabled-child/disabled-child.service.ts';
import { LedgerService } from './ledger/ledger.service.ts';
import { RegistrationService } from './ledger/registration.service.ts';
import { PlacementDecisionService } from './placement-decision/placement-decision.service.ts';
import { PlacementService } from './placement/placement.service.ts';
import { SchoolRefusalService } from './school-refusal/school-refusal.service.ts';
import { AutomaticEffectService } from './automatic-effect/automatic-effect.service.ts';
import { DutyTransferService } from './duty/duty-transfer.service.ts';
import { ExternalPlacementService } from './external-placement/external-placement.service.ts';
import { ReconciliationService } from './reconciliation/reconciliation.service.ts';
import { HomeTeachingService } from './home-teaching/home-teaching.service.ts';
import { SessionActService } from './home-teaching/session-act.service.ts';
import { TeachingActService } from './home-teaching/teaching-act.service.ts';
import { StudentService } from './student/student.service.ts';
import { UnplacedNoteService } from './unplaced-note/unplaced-note.service.ts';

/** What the process lends to every request. */
export interface Surroundings {
  sealer: Sealer;
  now: () => Date;
}

/** What a resolver of this office may use. */
export interface Context extends RequestContext {
  sealer: Sealer;
  /** In Beijing. */
  today: string;
  ageBands: AgeBandService;
  placements: PlacementService;
  unplacedNotes: UnplacedNoteService;
  disabledChildren: DisabledChildService;
  students: StudentService;
  counties: CountyService;
  ledger: LedgerService;
  registrations: RegistrationService;
  assessmentRequests: AssessmentRequestService;
  assessmentWay: AssessmentWayService;
  assessments: AssessmentService;
  placementDecisions: PlacementDecisionService;
  schoolRefusals: SchoolRefusalService;
  homeTeaching: HomeTeachingService;
  sessionActs: SessionActService;
  teachingActs: TeachingActService;
  effects: AutomaticEffectService;
  dutyTransfers: DutyTransferService;
  externalPlacements: ExternalPlacementService;
  reconciliations: ReconciliationService;
  settings: SettingService;
}

export function createContext(request: RequestContext, { sealer, now }: Surroundings): Context {
  const instant = now();
  const today = dayInBeijing(instant);
  const acts = new ActService(request, { now: instant, today });
  const steps = new RequestStepService(request, acts);
  const placements = new PlacementService(request, acts);
  const disabledChildren = new DisabledChildService(request, { today, sealer, acts });
  return {
    ...request,
    sealer,
    today,
    ageBands: new AgeBandService(request),
    placements,
    unplacedNotes: new UnplacedNoteService(request, placements),
    disabledChildren,
    students: new StudentService(request, today),
    counties: new CountyService(disabledChildren),
    ledger: new LedgerService(request, acts, sealer),
    registrations: new RegistrationService(acts, sealer),
    assessmentRequests: new AssessmentRequestService(request, acts, steps),
    assessmentWay: new AssessmentWayService(acts, steps),
    assessments: new AssessmentService(request, { acts, steps, sealer }),
    placementDecisions: new PlacementDecisionService(request, acts, steps),
    effects: new AutomaticEffectService(request, acts),
    dutyTransfers: new DutyTransferService(request, acts),
    externalPlacements: new ExternalPlacementService(request, acts),
    reconciliations: new ReconciliationService(request, { acts, disabledChildren }),
    homeTeaching: new HomeTeachingService(request, acts),
    sessionActs: new SessionActService(acts),
    teachingActs: new TeachingActService(acts),
    schoolRefusals: new SchoolRefusalService(request, acts),
    settings: new SettingService(request, catalogue, now),
  };
}
