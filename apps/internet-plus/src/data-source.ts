import { SchoolHeadcountEntity, SchoolRosterEntity, SubscriptionCursorEntity } from '@bureau/events';
import { CountySettingEntity, HolidayYearEntity } from '@bureau/settings';
import type { OfficeTables } from '@bureau/subgraph';
import { BandwidthTargetEntity } from './digital-profile/bandwidth-target.entity.ts';
import { SchoolDigitalProfileEntity } from './digital-profile/school-digital-profile.entity.ts';
import { migrations } from './migrations/index.ts';
import { PlatformPilotEntity } from './platform-pilot/platform-pilot.entity.ts';
import { SmartCampusRatingEntity } from './smart-campus/smart-campus-rating.entity.ts';

export const tables: OfficeTables = {
  entities: [
    SchoolRosterEntity,
    SchoolHeadcountEntity,
    SubscriptionCursorEntity,
    SchoolDigitalProfileEntity,
    BandwidthTargetEntity,
    SmartCampusRatingEntity,
    PlatformPilotEntity,
    CountySettingEntity,
    HolidayYearEntity,
  ],
  migrations,
};
