/** Which row stands behind each GraphQL type of this office. */
export const mappers = {
  County: '../county/county.entity.ts#County as CountyRow',
  Township: '../township/township.entity.ts#Township as TownshipRow',
  School: '../school/school.entity.ts#School as SchoolRow',
  SchoolClass: '../school-class/school-class.entity.ts#SchoolClass as SchoolClassRow',
  Student: '../student/student.entity.ts#Student as StudentRow',
  SchoolSpell: '../school-spell/school-spell.entity.ts#SchoolSpell as SchoolSpellRow',
  ChildOfAge: '../child-of-age/child-of-age.entity.ts#ChildOfAge as ChildOfAgeRow',
  DropoutCase: '../dropout-case/dropout-case.entity.ts#DropoutCase as DropoutCaseRow',
  SchoolConnection: '../school/school.service.ts#SchoolConnection as SchoolConnectionRow',
  StudentConnection: '../student/student.service.ts#StudentConnection as StudentConnectionRow',
  ChildOfAgeConnection: '../child-of-age/child-of-age.service.ts#ChildOfAgeConnection as ChildOfAgeConnectionRow',
  DropoutCaseConnection: '../dropout-case/dropout-case.service.ts#DropoutCaseConnection as DropoutCaseConnectionRow',
};
