import type { CodeTable } from './code-table.ts';
import { disabilityCategory, disabilityLevel } from './disability.tables.ts';
import { ethnicity } from './ethnicity.table.ts';
import {
  bloodType,
  country,
  documentType,
  health,
  hukouKind,
  kinship,
  overseasStatus,
  politicalStatus,
  sex,
} from './person.tables.ts';
import {
  admissionMode,
  boardingMode,
  commuteMode,
  inclusion,
  rollDisability,
  rollMovement,
  rollStatus,
  studentSource,
} from './roll.tables.ts';
import { schoolKind, urbanRural } from './school.tables.ts';

const tables = {
  ADMISSION_MODE: admissionMode,
  BLOOD_TYPE: bloodType,
  BOARDING_MODE: boardingMode,
  COMMUTE_MODE: commuteMode,
  COUNTRY: country,
  DISABILITY_CATEGORY: disabilityCategory,
  DISABILITY_LEVEL: disabilityLevel,
  DOCUMENT_TYPE: documentType,
  ETHNICITY: ethnicity,
  HEALTH: health,
  HUKOU_KIND: hukouKind,
  INCLUSION: inclusion,
  KINSHIP: kinship,
  OVERSEAS_STATUS: overseasStatus,
  POLITICAL_STATUS: politicalStatus,
  ROLL_DISABILITY: rollDisability,
  ROLL_MOVEMENT: rollMovement,
  ROLL_STATUS: rollStatus,
  SCHOOL_KIND: schoolKind,
  SEX: sex,
  STUDENT_SOURCE: studentSource,
  URBAN_RURAL: urbanRural,
} as const satisfies Record<string, CodeTable>;

export type CodeTableName = keyof typeof tables;

export const codeTableNames = Object.keys(tables) as CodeTableName[];

export function codeTable(name: CodeTableName): CodeTable {
  return tables[name];
}
