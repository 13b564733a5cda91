import { SchoolRosterEntity, StudentRosterEntity, SubscriptionCursorEntity } from '@bureau/events';
import { CountySettingEntity, HolidayYearEntity } from '@bureau/settings';
import type { OfficeTables } from '@bureau/subgraph';
import { AidTermEntity } from './aid-term/aid-term.entity.ts';
import { AidAwardEntity } from './award/aid-award.entity.ts';
import { migrations } from './migrations/index.ts';
import { PayeeAccountEntity } from './payee-account/payee-account.entity.ts';
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
    SchoolRosterEntity,
    StudentRosterEntity,
    SubscriptionCursorEntity,
    CountySettingEntity,
    HolidayYearEntity,
  ],
  migrations,
};
