import { completeResolvers, scalars } from '@bureau/subgraph';
import type { Resolvers, ResolversParentTypes } from './__generated__/graphql.ts';
import { childOfAgeFields, childOfAgeQueries, countyChildOfAgeFields } from './child-of-age/child-of-age.resolvers.ts';
import {
  controlMutations,
  controlQueries,
  controlTypes,
  countyControlFields,
  schoolControlFields,
  studentControlFields,
} from './control-schema.ts';
import { countyFields, countyQueries } from './county/county.resolvers.ts';
import {
  accessLogFields,
  exportRequestFields,
  fileMutations,
  fileQueries,
  importRunFields,
} from './files/files.resolvers.ts';
import {
  rollMovementFields,
  rollMovementMutations,
  rollMovementQueries,
  studentMovementFields,
} from './roll-movement/roll-movement.resolvers.ts';
import { schoolClassFields } from './school-class/school-class.resolvers.ts';
import { countySpellFields, schoolSpellFields, studentSpellFields } from './school-spell/school-spell.resolvers.ts';
import { schoolFields, schoolQueries } from './school/school.resolvers.ts';
import { settingMutations, settingQueries } from './setting/setting.resolvers.ts';
import { studentFields, studentQueries } from './student/student.resolvers.ts';
import { countyTownshipFields, townshipFields } from './township/township.resolvers.ts';
import {
  studentTransferFields,
  transferFields,
  transferMutations,
  transferQueries,
  transferStepFields,
} from './transfer/transfer.resolvers.ts';
import { admissionFields, admissionMutations, admissionQueries } from './admission/admission.resolvers.ts';
import { promotionMutations, studentCertificateFields } from './promotion/promotion.resolvers.ts';
import {
  schoolMergerMutations,
  schoolSuccessionFields,
  schoolSuccessorFields,
} from './school-merger/school-merger.resolvers.ts';
import {
  guardianFields,
  rollNumberFields,
  studentRecordFields,
  studentRecordMutations,
  studentSheetFields,
} from './student-record/student-record.resolvers.ts';

export const resolvers = completeResolvers<Resolvers, ResolversParentTypes>()({
  Date: scalars.Date,
  DateTime: scalars.DateTime,
  Fen: scalars.Fen,
  YearMonth: scalars.YearMonth,
  Query: {
    ...countyQueries,
    ...settingQueries,
    ...schoolQueries,
    ...studentQueries,
    ...childOfAgeQueries,
    ...fileQueries,
    ...controlQueries,
    ...rollMovementQueries,
    ...transferQueries,
    ...admissionQueries,
  },
  Mutation: {
    ...fileMutations,
    ...controlMutations,
    ...rollMovementMutations,
    ...settingMutations,
    ...transferMutations,
    ...promotionMutations,
    ...admissionMutations,
    ...schoolMergerMutations,
    ...studentRecordMutations,
  },
  County: {
    ...countyFields,
    ...countyTownshipFields,
    ...countySpellFields,
    ...countyChildOfAgeFields,
    ...countyControlFields,
  },
  Township: townshipFields,
  School: { ...schoolFields, ...schoolSuccessionFields, ...schoolControlFields },
  SchoolClass: schoolClassFields,
  Student: {
    ...studentFields,
    ...studentSpellFields,
    ...studentControlFields,
    ...studentMovementFields,
    ...studentTransferFields,
    ...studentCertificateFields,
    ...studentSheetFields,
  },
  SchoolSpell: schoolSpellFields,
  RollMovement: rollMovementFields,
  StudentRecord: studentRecordFields,
  Guardian: guardianFields,
  RollNumber: rollNumberFields,
  Admission: admissionFields,
  SchoolSuccessor: schoolSuccessorFields,
  Transfer: transferFields,
  TransferStep: transferStepFields,
  ChildOfAge: childOfAgeFields,
  ImportRun: importRunFields,
  ExportRequest: exportRequestFields,
  AccessLogEntry: accessLogFields,
  ...controlTypes,
});
