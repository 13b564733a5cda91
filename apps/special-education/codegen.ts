/** Which row stands behind each GraphQL type of this office. */
export const mappers = {
  County: '../county/county.reference.ts#County as CountyRow',
  Township: '../township/township.reference.ts#Township as TownshipRow',
  School: '../school/school.reference.ts#School as SchoolRow',
  Student: '../student/student.reference.ts#Student as StudentRow',
  SpecialEducationFigures: '../county/county.service.ts#DatedFigures as FiguresRow',
  DisabledChild: '../disabled-child/disabled-child.service.ts#DatedChild as DisabledChildRow',
  DisabledChildConnection:
    '../disabled-child/disabled-child.service.ts#DisabledChildConnection as DisabledChildConnectionRow',
  Disability: '../disabled-child/disabled-child.service.ts#ChildDisability as DisabilityRow',
  CertificateRecord: '../disabled-child/certificate-record.entity.ts#CertificateRecord as CertificateRecordRow',
  AssessmentRequest: '../assessment-request/assessment-request.entity.ts#AssessmentRequest as AssessmentRequestRow',
  AssessmentRequestConnection:
    '../assessment-request/assessment-request.service.ts#AssessmentRequestConnection as AssessmentRequestConnectionRow',
  AssessmentStep: '../assessment-request/assessment-step.entity.ts#AssessmentStep as AssessmentStepRow',
  CommitteeMember: '../assessment/committee-member.entity.ts#CommitteeMember as CommitteeMemberRow',
  Assessment: '../assessment/assessment.entity.ts#Assessment as AssessmentRow',
  ExpertAssignment: '../assessment/assessment.repository.ts#Assignment as ExpertAssignmentRow',
  PlacementDecision: '../placement-decision/placement-decision.entity.ts#PlacementDecision as PlacementDecisionRow',
  SchoolRefusal: '../school-refusal/school-refusal.entity.ts#SchoolRefusal as SchoolRefusalRow',
  SchoolRefusalConnection:
    '../school-refusal/school-refusal.service.ts#SchoolRefusalConnection as SchoolRefusalConnectionRow',
  Duty: '../duty/duty.entity.ts#Duty as DutyRow',
  DutyTransfer: '../duty/duty-transfer.entity.ts#DutyTransfer as DutyTransferRow',
  DutyTransferConnection: '../duty/duty-transfer.service.ts#DutyTransferConnection as DutyTransferConnectionRow',
  AutomaticEffect: '../automatic-effect/automatic-effect.entity.ts#AutomaticEffect as AutomaticEffectRow',
  AutomaticEffectConnection:
    '../automatic-effect/automatic-effect.service.ts#AutomaticEffectConnection as AutomaticEffectConnectionRow',
  ExternalConfirmation:
    '../external-placement/external-confirmation.entity.ts#ExternalConfirmation as ExternalConfirmationRow',
  PlacementConnection: '../placement/placement.service.ts#PlacementConnection as PlacementConnectionRow',
  PlacementReconciliation: '../reconciliation/reconciliation.service.ts#Reconciliation as PlacementReconciliationRow',
  UnplacedChild: '../reconciliation/reconciliation.rules.ts#UnplacedChild as UnplacedChildRow',
  HomeTeachingPlan: '../home-teaching/home-teaching-plan.entity.ts#HomeTeachingPlan as HomeTeachingPlanRow',
  HomeTeachingSession: '../home-teaching/home-teaching-session.entity.ts#HomeTeachingSession as HomeTeachingSessionRow',
  HomeTeachingSessionConnection:
    '../home-teaching/home-teaching.service.ts#HomeTeachingSessionConnection as HomeTeachingSessionConnectionRow',
  HomeTeachingGap: '../home-teaching/home-teaching.repository.ts#Gap as HomeTeachingGapRow',
  Placement: '../placement/placement.entity.ts#Placement as PlacementRow',
};
