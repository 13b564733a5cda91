import {
  FeedHeadEntity,
  OutboxEventEntity,
  SchoolRosterEntity,
  StudentRosterEntity,
  SubscriptionCursorEntity,
} from '@bureau/events';
import { CountySettingEntity, HolidayYearEntity } from '@bureau/settings';
import type { OfficeTables } from '@bureau/subgraph';
import { AgeBandEntity } from './age-band/age-band.entity.ts';
import { DisabilityEntity } from './disabled-child/disability.entity.ts';
import { DisabledChildEntity } from './disabled-child/disabled-child.entity.ts';
import { migrations } from './migrations/index.ts';
import { PlacementEntity } from './placement/placement.entity.ts';
import { UnplacedNoteEntity } from './unplaced-note/unplaced-note.entity.ts';

export const tables: OfficeTables = {
  entities: [
    AgeBandEntity,
    DisabledChildEntity,
    DisabilityEntity,
    PlacementEntity,
    UnplacedNoteEntity,
    SchoolRosterEntity,
    StudentRosterEntity,
    SubscriptionCursorEntity,
    CountySettingEntity,
    HolidayYearEntity,
    OutboxEventEntity,
    FeedHeadEntity,
  ],
  migrations,
};
