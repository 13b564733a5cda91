import type { Sealer } from '@bureau/access';
import { dayInBeijing } from '@bureau/calendar';
import { SettingService } from '@bureau/settings';
import { FilesService } from '@bureau/files';
import type { RequestContext } from '@bureau/subgraph';
import { ChildOfAgeService } from './child-of-age/child-of-age.service.ts';
import { type ControlContext, createControlContext } from './control-context.ts';
import { CountyService } from './county/county.service.ts';
import { IMPORTS } from './files/office-files.ts';
import { withdrawCases } from './dropout-case/withdrawal.ts';
import { RollMovementService } from './roll-movement/roll-movement.service.ts';
import { SchoolClassService } from './school-class/school-class.service.ts';
import { SchoolSpellService } from './school-spell/school-spell.service.ts';
import { SchoolService } from './school/school.service.ts';
import { catalogue } from './setting/catalogue.ts';
import { StudentService } from './student/student.service.ts';
import { TownshipService } from './township/township.service.ts';

import { TransferRequestService } from './transfer/transfer-request.service.ts';
import { TransferStepService } from './transfer/transfer-step.service.ts';
import { TransferService } from './transfer/transfer.service.ts';
import { AdmissionEnrolmentService } from './admission/admission-enrolment.service.ts';
import { AdmissionService } from './admission/admission.service.ts';
import { SeatPlanService } from './admission/seat-plan.service.ts';
import { CertificateService } from './promotion/certificate.service.ts';
import { PromotionService } from './promotion/promotion.service.ts';
import { SchoolMergerService } from './school-merger/school-merger.service.ts';
import { ParticularsService } from './student-record/particulars.service.ts';
import { RegistrationService } from './student-record/registration.service.ts';
import { StudentRecordService } from './student-record/student-record.service.ts';

/** What the process lends to every request. */
export interface Surroundings {
  sealer: Sealer;
  now: () => Date;
}

/** What a resolver of this office may use. */
export interface Context extends RequestContext, ControlContext {
  sealer: Sealer;
  /** In Beijing. */
  today: string;
  counties: CountyService;
  townships: TownshipService;
  schools: SchoolService;
  classes: SchoolClassService;
  students: StudentService;
  spells: SchoolSpellService;
  movements: RollMovementService;
  transfers: TransferService;
  transferRequests: TransferRequestService;
  transferSteps: TransferStepService;
  promotions: PromotionService;
  certificates: CertificateService;
  admissions: AdmissionService;
  enrolments: AdmissionEnrolmentService;
  seatPlans: SeatPlanService;
  mergers: SchoolMergerService;
  records: StudentRecordService;
  registrations: RegistrationService;
  particulars: ParticularsService;
  childrenOfAge: ChildOfAgeService;
  files: FilesService;
  settings: SettingService;
}

export function createContext(request: RequestContext, { sealer, now }: Surroundings): Context {
  const today = dayInBeijing(now());
  const register = { today, now, reactions: [withdrawCases] };
  return {
    ...request,
    ...createControlContext(request, { today, now: now() }),
    sealer,
    today,
    counties: new CountyService(request),
    townships: new TownshipService(request),
    schools: new SchoolService(request),
    classes: new SchoolClassService(request),
    students: new StudentService(request, sealer),
    spells: new SchoolSpellService(request, today),
    movements: new RollMovementService(request, register),
    transfers: new TransferService(request, today),
    transferRequests: new TransferRequestService(request, today),
    transferSteps: new TransferStepService(request, register),
    promotions: new PromotionService(request, register),
    certificates: new CertificateService(request),
    admissions: new AdmissionService(request, register),
    enrolments: new AdmissionEnrolmentService(request, register),
    seatPlans: new SeatPlanService(request),
    mergers: new SchoolMergerService(request, register),
    records: new StudentRecordService(request),
    registrations: new RegistrationService(request, register, sealer),
    particulars: new ParticularsService(request, register, sealer),
    childrenOfAge: new ChildOfAgeService(request, sealer),
    files: new FilesService(request, IMPORTS, now),
    settings: new SettingService(request, catalogue, now),
  };
}
