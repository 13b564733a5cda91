/** Which row stands behind each GraphQL type of this office. */
export const mappers = {
  County: '../county/county.reference.ts#CountyReference as CountyRow',
  School: '../school/school.reference.ts#SchoolReference as SchoolRow',
  SchoolDigitalProfile: '../digital-profile/school-digital-profile.entity.ts#SchoolDigitalProfile as DigitalProfileRow',
  SmartCampusRating: '../smart-campus/smart-campus-rating.entity.ts#SmartCampusRating as SmartCampusRatingRow',
  PlatformPilot: '../platform-pilot/platform-pilot.entity.ts#PlatformPilot as PlatformPilotRow',
  InternetPlusSchoolConnection: '../school/school.service.ts#InternetPlusSchoolConnection as SchoolConnectionRow',
  DigitalProfileConnection:
    '../digital-profile/digital-profile.service.ts#DigitalProfileConnection as DigitalProfileConnectionRow',
  SmartCampusRatingConnection:
    '../smart-campus/smart-campus-rating.service.ts#SmartCampusRatingConnection as SmartCampusRatingConnectionRow',
  PlatformPilotConnection:
    '../platform-pilot/platform-pilot.service.ts#PlatformPilotConnection as PlatformPilotConnectionRow',
  Classroom: '../connectivity/classroom.entity.ts#Classroom as ClassroomRow',
  ClassroomConnection: '../connectivity/connectivity.repository.ts#ClassroomConnection as ClassroomConnectionRow',
  BandwidthContract: '../connectivity/bandwidth-contract.entity.ts#BandwidthContract as BandwidthContractRow',
  BandwidthContractConnection:
    '../connectivity/connectivity.repository.ts#BandwidthContractConnection as BandwidthContractConnectionRow',
  SpeedTest: '../connectivity/speed-test.entity.ts#SpeedTest as SpeedTestRow',
  SpeedTestConnection: '../connectivity/connectivity.repository.ts#SpeedTestConnection as SpeedTestConnectionRow',
  UpgradeProject: '../connectivity/upgrade-project.entity.ts#UpgradeProject as UpgradeProjectRow',
  UpgradeProjectConnection:
    '../connectivity/connectivity.repository.ts#UpgradeProjectConnection as UpgradeProjectConnectionRow',
  UpgradeMilestone: '../connectivity/upgrade-milestone.entity.ts#UpgradeMilestone as UpgradeMilestoneRow',
  UpgradeMilestoneConnection:
    '../connectivity/connectivity.repository.ts#UpgradeMilestoneConnection as UpgradeMilestoneConnectionRow',
  ClassroomPairing: '../three-classrooms/classroom-pairing.entity.ts#ClassroomPairing as ClassroomPairingRow',
  ClassroomPairingConnection:
    '../three-classrooms/three-classrooms.repository.ts#ClassroomPairingConnection as ClassroomPairingConnectionRow',
  PairingReceiver: '../three-classrooms/pairing-receiver.entity.ts#PairingReceiver as PairingReceiverRow',
  PairingReceiverConnection:
    '../three-classrooms/three-classrooms.repository.ts#PairingReceiverConnection as PairingReceiverConnectionRow',
  LessonSession: '../three-classrooms/lesson-session.entity.ts#LessonSession as LessonSessionRow',
  LessonSessionConnection:
    '../three-classrooms/three-classrooms.repository.ts#LessonSessionConnection as LessonSessionConnectionRow',
  SessionParty: '../three-classrooms/session-party.entity.ts#SessionParty as SessionPartyRow',
  SessionPartyConnection:
    '../three-classrooms/three-classrooms.repository.ts#SessionPartyConnection as SessionPartyConnectionRow',
  RequiredSubject: '../three-classrooms/required-subject.entity.ts#RequiredSubject as RequiredSubjectRow',
  RequiredSubjectConnection:
    '../three-classrooms/three-classrooms.repository.ts#RequiredSubjectConnection as RequiredSubjectConnectionRow',
  SubjectShortage: '../three-classrooms/subject-shortage.entity.ts#SubjectShortage as SubjectShortageRow',
  SubjectShortageConnection:
    '../three-classrooms/three-classrooms.repository.ts#SubjectShortageConnection as SubjectShortageConnectionRow',
  Resource: '../resource/resource.entity.ts#Resource as ResourceRow',
  ResourceConnection: '../resource/resource.repository.ts#ResourceConnection as ResourceConnectionRow',
  ResourceCollection: '../resource/resource-collection.entity.ts#ResourceCollection as ResourceCollectionRow',
  ResourceCollectionConnection:
    '../resource/resource.repository.ts#ResourceCollectionConnection as ResourceCollectionConnectionRow',
  CollectionItem: '../resource/collection-item.entity.ts#CollectionItem as CollectionItemRow',
  CollectionItemConnection:
    '../resource/resource.repository.ts#CollectionItemConnection as CollectionItemConnectionRow',
  ResourceUse: '../resource/resource-use.entity.ts#ResourceUse as ResourceUseRow',
  ResourceUseConnection: '../resource/resource.repository.ts#ResourceUseConnection as ResourceUseConnectionRow',
  PlatformExport: '../platform-use/platform-export.entity.ts#PlatformExport as PlatformExportRow',
  PlatformExportConnection:
    '../platform-use/platform-use.repository.ts#PlatformExportConnection as PlatformExportConnectionRow',
  PlatformUse: '../platform-use/platform-use.entity.ts#PlatformUse as PlatformUseRow',
  PlatformUseConnection: '../platform-use/platform-use.repository.ts#PlatformUseConnection as PlatformUseConnectionRow',
  PlatformSectionUse: '../platform-use/platform-section-use.entity.ts#PlatformSectionUse as PlatformSectionUseRow',
  PlatformSectionUseConnection:
    '../platform-use/platform-use.repository.ts#PlatformSectionUseConnection as PlatformSectionUseConnectionRow',
  PilotTask: '../pilot-task/pilot-task.entity.ts#PilotTask as PilotTaskRow',
  PilotTaskConnection: '../pilot-task/pilot-task.repository.ts#PilotTaskConnection as PilotTaskConnectionRow',
  SmartCampusWeight:
    '../smart-campus-application/smart-campus-weight.entity.ts#SmartCampusWeight as SmartCampusWeightRow',
  SmartCampusWeightConnection:
    '../smart-campus-application/smart-campus-application.repository.ts#SmartCampusWeightConnection as SmartCampusWeightConnectionRow',
  SmartCampusApplication:
    '../smart-campus-application/smart-campus-application.entity.ts#SmartCampusApplication as SmartCampusApplicationRow',
  SmartCampusApplicationConnection:
    '../smart-campus-application/smart-campus-application.repository.ts#SmartCampusApplicationConnection as SmartCampusApplicationConnectionRow',
  SmartCampusEvidence:
    '../smart-campus-application/smart-campus-evidence.entity.ts#SmartCampusEvidence as SmartCampusEvidenceRow',
  SmartCampusEvidenceConnection:
    '../smart-campus-application/smart-campus-application.repository.ts#SmartCampusEvidenceConnection as SmartCampusEvidenceConnectionRow',
  Teacher: '../teacher/teacher.entity.ts#Teacher as TeacherRow',
  TeacherConnection: '../teacher/teacher.repository.ts#TeacherConnection as TeacherConnectionRow',
  LiteracyResult: '../teacher/literacy-result.entity.ts#LiteracyResult as LiteracyResultRow',
  LiteracyResultConnection: '../teacher/teacher.repository.ts#LiteracyResultConnection as LiteracyResultConnectionRow',
  MicroCompetence: '../teacher/micro-competence.entity.ts#MicroCompetence as MicroCompetenceRow',
  MicroCompetenceConnection:
    '../teacher/teacher.repository.ts#MicroCompetenceConnection as MicroCompetenceConnectionRow',
  TrainingRecord: '../teacher/training-record.entity.ts#TrainingRecord as TrainingRecordRow',
  TrainingRecordConnection: '../teacher/teacher.repository.ts#TrainingRecordConnection as TrainingRecordConnectionRow',
  IncentiveRule: '../teacher/incentive-rule.entity.ts#IncentiveRule as IncentiveRuleRow',
  IncentiveRuleConnection: '../teacher/teacher.repository.ts#IncentiveRuleConnection as IncentiveRuleConnectionRow',
  Competition: '../competition/competition.entity.ts#Competition as CompetitionRow',
  CompetitionConnection: '../competition/competition.repository.ts#CompetitionConnection as CompetitionConnectionRow',
  CompetitionTrack: '../competition/competition-track.entity.ts#CompetitionTrack as CompetitionTrackRow',
  CompetitionTrackConnection:
    '../competition/competition.repository.ts#CompetitionTrackConnection as CompetitionTrackConnectionRow',
  CompetitionRound: '../competition/competition-round.entity.ts#CompetitionRound as CompetitionRoundRow',
  CompetitionRoundConnection:
    '../competition/competition.repository.ts#CompetitionRoundConnection as CompetitionRoundConnectionRow',
  CompetitionEntry: '../competition/competition-entry.entity.ts#CompetitionEntry as CompetitionEntryRow',
  CompetitionEntryConnection:
    '../competition/competition.repository.ts#CompetitionEntryConnection as CompetitionEntryConnectionRow',
  CompetitionJudge: '../competition/competition-judge.entity.ts#CompetitionJudge as CompetitionJudgeRow',
  CompetitionJudgeConnection:
    '../competition/competition.repository.ts#CompetitionJudgeConnection as CompetitionJudgeConnectionRow',
  CompetitionScore: '../competition/competition-score.entity.ts#CompetitionScore as CompetitionScoreRow',
  CompetitionScoreConnection:
    '../competition/competition.repository.ts#CompetitionScoreConnection as CompetitionScoreConnectionRow',
  RoundResult: '../competition/round-result.entity.ts#RoundResult as RoundResultRow',
  RoundResultConnection: '../competition/competition.repository.ts#RoundResultConnection as RoundResultConnectionRow',
  CompetitionAppeal: '../competition/competition-appeal.entity.ts#CompetitionAppeal as CompetitionAppealRow',
  CompetitionAppealConnection:
    '../competition/competition.repository.ts#CompetitionAppealConnection as CompetitionAppealConnectionRow',
  JudgedWork: '../competition/round-entries.repository.ts#JudgedWork as JudgedWorkRow',
  ExpertEngagement: '../task-force/expert-engagement.entity.ts#ExpertEngagement as ExpertEngagementRow',
  ExpertEngagementConnection:
    '../task-force/task-force.repository.ts#ExpertEngagementConnection as ExpertEngagementConnectionRow',
  EngagementFollowUp: '../task-force/engagement-follow-up.entity.ts#EngagementFollowUp as EngagementFollowUpRow',
  EngagementFollowUpConnection:
    '../task-force/task-force.repository.ts#EngagementFollowUpConnection as EngagementFollowUpConnectionRow',
  BoardTask: '../task-force/board-task.entity.ts#BoardTask as BoardTaskRow',
  BoardTaskConnection: '../task-force/task-force.repository.ts#BoardTaskConnection as BoardTaskConnectionRow',
  BoardBlock: '../task-force/board-block.entity.ts#BoardBlock as BoardBlockRow',
  BoardBlockConnection: '../task-force/task-force.repository.ts#BoardBlockConnection as BoardBlockConnectionRow',
  SecuritySystem: '../task-force/security-system.entity.ts#SecuritySystem as SecuritySystemRow',
  SecuritySystemConnection:
    '../task-force/task-force.repository.ts#SecuritySystemConnection as SecuritySystemConnectionRow',
  SecurityIncident: '../task-force/security-incident.entity.ts#SecurityIncident as SecurityIncidentRow',
  SecurityIncidentConnection:
    '../task-force/task-force.repository.ts#SecurityIncidentConnection as SecurityIncidentConnectionRow',
  ConnectivityGap: '../connectivity/connectivity-gap.entity.ts#ConnectivityGap as ConnectivityGapRow',
  ConnectivityGapConnection:
    '../connectivity/connectivity-gap.repository.ts#ConnectivityGapConnection as ConnectivityGapConnectionRow',
};
