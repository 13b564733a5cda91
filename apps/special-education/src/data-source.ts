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
import { AssessmentEntity } from './assessment/assessment.entity.ts';
import { AssessmentRequestEntity } from './assessment-request/assessment-request.entity.ts';
import { AssessmentStepEntity } from './assessment-request/assessment-step.entity.ts';
import { CommitteeMemberEntity } from './assessment/committee-member.entity.ts';
import { CertificateRecordEntity } from './disabled-child/certificate-record.entity.ts';
import { PlacementDecisionEntity } from './placement-decision/placement-decision.entity.ts';
import { SchoolRefusalEntity } from './school-refusal/school-refusal.entity.ts';
import { DutyEntity } from './duty/duty.entity.ts';
import { DutyTransferEntity } from './duty/duty-transfer.entity.ts';
import { AutomaticEffectEntity } from './automatic-effect/automatic-effect.entity.ts';
import { ExternalConfirmationEntity } from './external-placement/external-confirmation.entity.ts';
import { HomeTeachingPlanEntity } from './home-teaching/home-teaching-plan.entity.ts';
import { HomeTeachingSessionEntity } from './home-teaching/home-teaching-session.entity.ts';
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
    HomeTeachingSessionEntity,
    HomeTeachingPlanEntity,
    ExternalConfirmationEntity,
    AutomaticEffectEntity,
    DutyTransferEntity,
    DutyEntity,
    AssessmentEntity,
    AssessmentRequestEntity,
    AssessmentStepEntity,
    CommitteeMemberEntity,
    CertificateRecordEntity,
    PlacementDecisionEntity,
    SchoolRefusalEntity,
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
