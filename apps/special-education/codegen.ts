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
  Placement: '../placement/placement.entity.ts#Placement as PlacementRow',
};
