import type { CodeTable } from './code-table.ts';
import { disabilityCategory, disabilityLevel } from './disability.tables.ts';
import { ethnicity } from './ethnicity.table.ts';
import { documentType, health, kinship, politicalStatus, sex } from './person.tables.ts';
import { boardingMode, rollMovement, rollStatus } from './roll.tables.ts';
import { schoolKind, urbanRural } from './school.tables.ts';

const tables = {
  BOARDING_MODE: boardingMode,
  DISABILITY_CATEGORY: disabilityCategory,
  DISABILITY_LEVEL: disabilityLevel,
  DOCUMENT_TYPE: documentType,
  ETHNICITY: ethnicity,
  HEALTH: health,
  KINSHIP: kinship,
  POLITICAL_STATUS: politicalStatus,
  ROLL_MOVEMENT: rollMovement,
  ROLL_STATUS: rollStatus,
  SCHOOL_KIND: schoolKind,
  SEX: sex,
  URBAN_RURAL: urbanRural,
} as const satisfies Record<string, CodeTable>;

export type CodeTableName = keyof typeof tables;

export const codeTableNames = Object.keys(tables) as CodeTableName[];

export function codeTable(name: CodeTableName): CodeTable {
  return tables[name];
}
