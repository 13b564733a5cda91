import { FeedHeadEntity, OutboxEventEntity } from '@bureau/events';
import { FILE_ENTITIES } from '@bureau/files';
import { CountySettingEntity, HolidayYearEntity } from '@bureau/settings';
import type { OfficeTables } from '@bureau/subgraph';
import { AbsenceEntity } from './attendance/absence.entity.ts';
import { RollCallEntity } from './attendance/roll-call.entity.ts';
import { CaseActionEntity } from './case-action/case-action.entity.ts';
import { ChildOfAgeEntity } from './child-of-age/child-of-age.entity.ts';
import { CountyEntity } from './county/county.entity.ts';
import { DropoutCaseEntity } from './dropout-case/dropout-case.entity.ts';
import { DropoutReasonEntity } from './dropout-case/dropout-reason.entity.ts';
import { DropoutRegistrationEntity } from './dropout-registration/dropout-registration.entity.ts';
import { GuardianEntity } from './guardian/guardian.entity.ts';
import { HandoverItemEntity } from './handover/handover-item.entity.ts';
import { HandoverStepEntity } from './handover/handover-step.entity.ts';
import { HandoverEntity } from './handover/handover.entity.ts';
import { IndicatorSnapshotEntity } from './indicator/indicator-snapshot.entity.ts';
import { DocumentCounterEntity } from './legal-document/document-counter.entity.ts';
import { LegalDocumentEntity } from './legal-document/legal-document.entity.ts';
import { MonthlyReportEntity } from './monthly-report/monthly-report.entity.ts';
import { migrations } from './migrations/index.ts';
import { ParticularsChangeEntity } from './roll-number/particulars-change.entity.ts';
import { RollNumberEntity } from './roll-number/roll-number.entity.ts';
import { RollMovementEntity } from './roll-movement/roll-movement.entity.ts';
import { SchoolAlertEntity } from './school-alert/school-alert.entity.ts';
import { SchoolDayEntity } from './school-calendar/school-day.entity.ts';
import { SchoolTermEntity } from './school-calendar/school-term.entity.ts';
import { SchoolClassEntity } from './school-class/school-class.entity.ts';
import { SchoolSpellEntity } from './school-spell/school-spell.entity.ts';
import { SchoolEntity } from './school/school.entity.ts';
import { StudentRecordEntity } from './student-record/student-record.entity.ts';
import { SpecialFlagEntity } from './special-flag/special-flag.entity.ts';
import { StudentEntity } from './student/student.entity.ts';
import { TownshipEntity } from './township/township.entity.ts';
import { TransferStepEntity } from './transfer/transfer-step.entity.ts';
import { TransferEntity } from './transfer/transfer.entity.ts';
import { AdmissionEntity } from './admission/admission.entity.ts';
import { CatchmentEntity } from './admission/catchment.entity.ts';
import { EnrolmentPlanEntity } from './admission/enrolment-plan.entity.ts';
import { GraduationCertificateEntity } from './promotion/graduation-certificate.entity.ts';
import { SchoolSuccessorEntity } from './school-merger/school-successor.entity.ts';

export const tables: OfficeTables = {
  entities: [
    CountyEntity,
    TownshipEntity,
    SchoolEntity,
    SchoolClassEntity,
    StudentEntity,
    StudentRecordEntity,
    GuardianEntity,
    RollNumberEntity,
    ParticularsChangeEntity,
    SchoolSpellEntity,
    RollMovementEntity,
    TransferEntity,
    TransferStepEntity,
    GraduationCertificateEntity,
    CatchmentEntity,
    EnrolmentPlanEntity,
    AdmissionEntity,
    SchoolSuccessorEntity,
    DropoutReasonEntity,
    DropoutCaseEntity,
    ChildOfAgeEntity,
    SpecialFlagEntity,
    HandoverEntity,
    HandoverItemEntity,
    HandoverStepEntity,
    SchoolTermEntity,
    SchoolDayEntity,
    RollCallEntity,
    AbsenceEntity,
    CaseActionEntity,
    DropoutRegistrationEntity,
    SchoolAlertEntity,
    LegalDocumentEntity,
    DocumentCounterEntity,
    MonthlyReportEntity,
    IndicatorSnapshotEntity,
    OutboxEventEntity,
    FeedHeadEntity,
    ...FILE_ENTITIES,
    CountySettingEntity,
    HolidayYearEntity,
  ],
  migrations,
};
