import { SchoolHeadcountEntity, SchoolRosterEntity, SubscriptionCursorEntity } from '@bureau/events';
import { CountySettingEntity, HolidayYearEntity } from '@bureau/settings';
import type { OfficeTables } from '@bureau/subgraph';
import { BandwidthTargetEntity } from './digital-profile/bandwidth-target.entity.ts';
import { SchoolDigitalProfileEntity } from './digital-profile/school-digital-profile.entity.ts';
import { ClassroomEntity } from './connectivity/classroom.entity.ts';
import { BandwidthContractEntity } from './connectivity/bandwidth-contract.entity.ts';
import { SpeedTestEntity } from './connectivity/speed-test.entity.ts';
import { UpgradeProjectEntity } from './connectivity/upgrade-project.entity.ts';
import { UpgradeMilestoneEntity } from './connectivity/upgrade-milestone.entity.ts';
import { ClassroomPairingEntity } from './three-classrooms/classroom-pairing.entity.ts';
import { PairingReceiverEntity } from './three-classrooms/pairing-receiver.entity.ts';
import { LessonSessionEntity } from './three-classrooms/lesson-session.entity.ts';
import { SessionPartyEntity } from './three-classrooms/session-party.entity.ts';
import { RequiredSubjectEntity } from './three-classrooms/required-subject.entity.ts';
import { SubjectShortageEntity } from './three-classrooms/subject-shortage.entity.ts';
import { ResourceEntity } from './resource/resource.entity.ts';
import { ResourceCollectionEntity } from './resource/resource-collection.entity.ts';
import { CollectionItemEntity } from './resource/collection-item.entity.ts';
import { ResourceUseEntity } from './resource/resource-use.entity.ts';
import { PlatformExportEntity } from './platform-use/platform-export.entity.ts';
import { PlatformUseEntity } from './platform-use/platform-use.entity.ts';
import { PlatformSectionUseEntity } from './platform-use/platform-section-use.entity.ts';
import { PilotTaskEntity } from './pilot-task/pilot-task.entity.ts';
import { SmartCampusWeightEntity } from './smart-campus-application/smart-campus-weight.entity.ts';
import { SmartCampusApplicationEntity } from './smart-campus-application/smart-campus-application.entity.ts';
import { SmartCampusEvidenceEntity } from './smart-campus-application/smart-campus-evidence.entity.ts';
import { TeacherEntity } from './teacher/teacher.entity.ts';
import { LiteracyResultEntity } from './teacher/literacy-result.entity.ts';
import { MicroCompetenceEntity } from './teacher/micro-competence.entity.ts';
import { TrainingRecordEntity } from './teacher/training-record.entity.ts';
import { IncentiveRuleEntity } from './teacher/incentive-rule.entity.ts';
import { CompetitionEntity } from './competition/competition.entity.ts';
import { CompetitionTrackEntity } from './competition/competition-track.entity.ts';
import { CompetitionRoundEntity } from './competition/competition-round.entity.ts';
import { CompetitionEntryEntity } from './competition/competition-entry.entity.ts';
import { CompetitionJudgeEntity } from './competition/competition-judge.entity.ts';
import { CompetitionScoreEntity } from './competition/competition-score.entity.ts';
import { RoundResultEntity } from './competition/round-result.entity.ts';
import { CompetitionAppealEntity } from './competition/competition-appeal.entity.ts';
import { ExpertEngagementEntity } from './task-force/expert-engagement.entity.ts';
import { EngagementFollowUpEntity } from './task-force/engagement-follow-up.entity.ts';
import { BoardTaskEntity } from './task-force/board-task.entity.ts';
import { BoardBlockEntity } from './task-force/board-block.entity.ts';
import { SecuritySystemEntity } from './task-force/security-system.entity.ts';
import { SecurityIncidentEntity } from './task-force/security-incident.entity.ts';
import { ConnectivityGapEntity } from './connectivity/connectivity-gap.entity.ts';
import { migrations } from './migrations/index.ts';
import { PlatformPilotEntity } from './platform-pilot/platform-pilot.entity.ts';
import { SmartCampusRatingEntity } from './smart-campus/smart-campus-rating.entity.ts';

export const tables: OfficeTables = {
  entities: [
    SchoolRosterEntity,
    SchoolHeadcountEntity,
    SubscriptionCursorEntity,
    CountySettingEntity,
    HolidayYearEntity,
    SchoolDigitalProfileEntity,
    BandwidthTargetEntity,
    SmartCampusRatingEntity,
    PlatformPilotEntity,
    ClassroomEntity,
    BandwidthContractEntity,
    SpeedTestEntity,
    UpgradeProjectEntity,
    UpgradeMilestoneEntity,
    ClassroomPairingEntity,
    PairingReceiverEntity,
    LessonSessionEntity,
    SessionPartyEntity,
    RequiredSubjectEntity,
    SubjectShortageEntity,
    ResourceEntity,
    ResourceCollectionEntity,
    CollectionItemEntity,
    ResourceUseEntity,
    PlatformExportEntity,
    PlatformUseEntity,
    PlatformSectionUseEntity,
    PilotTaskEntity,
    SmartCampusWeightEntity,
    SmartCampusApplicationEntity,
    SmartCampusEvidenceEntity,
    TeacherEntity,
    LiteracyResultEntity,
    MicroCompetenceEntity,
    TrainingRecordEntity,
    IncentiveRuleEntity,
    CompetitionEntity,
    CompetitionTrackEntity,
    CompetitionRoundEntity,
    CompetitionEntryEntity,
    CompetitionJudgeEntity,
    CompetitionScoreEntity,
    RoundResultEntity,
    CompetitionAppealEntity,
    ExpertEngagementEntity,
    EngagementFollowUpEntity,
    BoardTaskEntity,
    BoardBlockEntity,
    SecuritySystemEntity,
    SecurityIncidentEntity,
    ConnectivityGapEntity,
  ],
  migrations,
};
