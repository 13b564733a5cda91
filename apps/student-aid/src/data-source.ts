import { SchoolRosterEntity, StudentRosterEntity, SubscriptionCursorEntity } from '@bureau/events';
import { CountySettingEntity, HolidayYearEntity } from '@bureau/settings';
import type { OfficeTables } from '@bureau/subgraph';
import { AidTermEntity } from './aid-term/aid-term.entity.ts';
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
    PayeeAccountEntity,
    FundEntity,
    FundReceiptEntity,
    LedgerEntryEntity,
    DisbursementBatchEntity,
    DisbursementFundingEntity,
    DisbursementSchoolEntity,
    DisbursementStepEntity,
    PaymentStepEntity,
    SchoolRosterEntity,
    StudentRosterEntity,
    SubscriptionCursorEntity,
    CountySettingEntity,
    HolidayYearEntity,
  ],
  migrations,
};
