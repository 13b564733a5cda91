/** Which row stands behind each GraphQL type of this office. */
export const mappers = {
  County: '../county/county.entity.ts#County as CountyRow',
  Township: '../township/township.entity.ts#Township as TownshipRow',
  School: '../school/school.entity.ts#School as SchoolRow',
  SchoolClass: '../school-class/school-class.entity.ts#SchoolClass as SchoolClassRow',
  Student: '../student/student.entity.ts#Student as StudentRow',
  SchoolSpell: '../school-spell/school-spell.entity.ts#SchoolSpell as SchoolSpellRow',
  RollMovement: '../roll-movement/roll-movement.entity.ts#RollMovement as RollMovementRow',
  ChildOfAge: '../child-of-age/child-of-age.entity.ts#ChildOfAge as ChildOfAgeRow',
  DropoutCase: '../dropout-case/dropout-case.entity.ts#DropoutCase as DropoutCaseRow',
  Handover: '../handover/handover.entity.ts#Handover as HandoverRow',
  HandoverItem: '../handover/handover-item.entity.ts#HandoverItem as HandoverItemRow',
  HandoverStep: '../handover/handover-step.entity.ts#HandoverStep as HandoverStepRow',
  SchoolMention: '../school/school-mention.repository.ts#SchoolMention as SchoolMentionRow',
  SchoolConnection: '../school/school.service.ts#SchoolConnection as SchoolConnectionRow',
  StudentConnection: '../student/student.service.ts#StudentConnection as StudentConnectionRow',
  RollMovementConnection:
    '../roll-movement/roll-movement.service.ts#RollMovementConnection as RollMovementConnectionRow',
  ChildOfAgeConnection: '../child-of-age/child-of-age.service.ts#ChildOfAgeConnection as ChildOfAgeConnectionRow',
  DropoutCaseConnection: '../dropout-case/dropout-case.service.ts#DropoutCaseConnection as DropoutCaseConnectionRow',
  HandoverConnection: '../handover/handover.service.ts#HandoverConnection as HandoverConnectionRow',
  HandoverItemConnection: '../handover/handover.service.ts#HandoverItemConnection as HandoverItemConnectionRow',
};
