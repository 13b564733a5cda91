import { SchoolRosterEntity, StudentRosterEntity, SubscriptionCursorEntity } from '@bureau/events';
import { FILE_ENTITIES } from '@bureau/files';
import { CountySettingEntity, HolidayYearEntity } from '@bureau/settings';
import type { OfficeTables } from '@bureau/subgraph';
import { AidTermEntity } from './aid-term/aid-term.entity.ts';
import { AidFundingEntity } from './programme/aid-funding.entity.ts';
import { AidExclusionEntity } from './programme/aid-exclusion.entity.ts';
import { AidEligibilityEntity } from './programme/aid-eligibility.entity.ts';
import { ServiceStationEntity } from './service-station/service-station.entity.ts';
import { EvidenceCategoryEntity } from './evidence/evidence-category.entity.ts';
import { EvidenceListEntity } from './evidence/evidence-list.entity.ts';
import { EvidenceEntryEntity } from './evidence/evidence-entry.entity.ts';
import { HardshipRecognitionEntity } from './hardship/hardship-recognition.entity.ts';
import { HardshipAdjustmentEntity } from './hardship/hardship-adjustment.entity.ts';
import { AidApplicationEntity } from './application/aid-application.entity.ts';
import { WaiverDeclarationEntity } from './application/waiver-declaration.entity.ts';
import { PublicNoticeEntity } from './publicity/public-notice.entity.ts';
import { PublicNoticeItemEntity } from './publicity/public-notice-item.entity.ts';
import { ObjectionEntity } from './publicity/objection.entity.ts';
import { WorkflowStepEntity } from './workflow/workflow-step.entity.ts';
import { StudentStandingEntity } from './roster/student-standing.entity.ts';
import { RollPolicyEntity } from './roster/roll-policy.entity.ts';
import { AidGapEntity } from './entitlement/aid-gap.entity.ts';
import { AwardEffectEntity } from './award-effect/award-effect.entity.ts';
import { RecoveryTaskEntity } from './recovery/recovery-task.entity.ts';
import { AuditFindingEntity } from './audit/audit-finding.entity.ts';
import { BankFileEntity } from './bank-file/bank-file.entity.ts';
import { BankReturnEntity, BankReturnLineEntity } from './bank-return/bank-return.entity.ts';
import { AwardElsewhereEntity } from './audit/award-elsewhere.entity.ts';
import { AidAwardEntity } from './award/aid-award.entity.ts';
import { DisbursementBatchEntity } from './disbursement/disbursement-batch.entity.ts';
import {
  DisbursementFundingEntity,
  DisbursementSchoolEntity,
  DisbursementStepEntity,
} from './disbursement/disbursement-part.entity.ts';
import { FundReceiptEntity } from './fund/fund-receipt.entity.ts';
import { FundEntity } from './fund/fund.entity.ts';
import { LedgerEntryEntity } from './fund/ledger-entry.entity.ts';
import { migrations } from './migrations/index.ts';
import { PayeeAccountEntity } from './payee-account/payee-account.entity.ts';
import { PaymentStepEntity } from './payment/payment-step.entity.ts';
import { PaymentEntity } from './payment/payment.entity.ts';
import { AidProgrammeEntity } from './programme/aid-programme.entity.ts';
import { AidRateEntity } from './programme/aid-rate.entity.ts';

export const tables: OfficeTables = {
  entities: [
    AidProgrammeEntity,
    AidRateEntity,
    AidAwardEntity,
    PaymentEntity,
    AidTermEntity,
    RecoveryTaskEntity,
    AwardEffectEntity,
    AidGapEntity,
    RollPolicyEntity,
    StudentStandingEntity,
    WorkflowStepEntity,
    ObjectionEntity,
    PublicNoticeItemEntity,
    PublicNoticeEntity,
    WaiverDeclarationEntity,
    AidApplicationEntity,
    HardshipAdjustmentEntity,
    HardshipRecognitionEntity,
    EvidenceEntryEntity,
    EvidenceListEntity,
    EvidenceCategoryEntity,
    ServiceStationEntity,
    AidEligibilityEntity,
    AidExclusionEntity,
    AidFundingEntity,
    PayeeAccountEntity,
    FundEntity,
    FundReceiptEntity,
    LedgerEntryEntity,
    DisbursementBatchEntity,
    DisbursementFundingEntity,
    DisbursementSchoolEntity,
    DisbursementStepEntity,
    PaymentStepEntity,
    AuditFindingEntity,
    AwardElsewhereEntity,
    BankFileEntity,
    BankReturnEntity,
    BankReturnLineEntity,
    ...FILE_ENTITIES,
    SchoolRosterEntity,
    StudentRosterEntity,
    SubscriptionCursorEntity,
    CountySettingEntity,
    HolidayYearEntity,
  ],
  migrations,
};
