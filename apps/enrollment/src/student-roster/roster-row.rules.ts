import type { Stage } from '@bureau/codes';
import { parseResidentNumber } from '@bureau/resident-id';
import { readClassName } from './class-name.rules.ts';

export interface RosterRow {
  schoolCode: string | null;
  sex: string;
  bornOn: string;
  documentType: string | null;
  documentNumber: string | null;
  className: string;
  admittedIn: string;
  documentValidTo: string | null;
}

export interface RosterClass {
  id: string;
  schoolId: string;
  stage: Stage;
  entryYear: number;
  serial: number;
}

export interface RosterSchool {
  id: string;
  code: string;
  townshipCode: string;
  classes: readonly RosterClass[];
}

export interface RosterFacts {
  today: string;
  schoolYear: number;
  /** The school of a caller who acts for one; null for the county, which names the school in each row. */
  ownSchool: RosterSchool | null;
  schools: ReadonlyMap<string, RosterSchool>;
}

/** Why a row of the roster is not taken, with the column at fault. */
export type RosterRefusal =
  | { kind: 'SCHOOL_CODE_MISSING' | 'SCHOOL_UNKNOWN' | 'SCHOOL_NOT_OWN'; column: '学校标识码' }
  | { kind: 'CLASS_NAME_UNREADABLE' | 'GRADE_NOT_AT_SCHOOL' | 'CLASS_UNKNOWN'; column: '班号' }
  | { kind: 'IDENTITY_NUMBER_MISSING' | 'IDENTITY_NUMBER_WRONG'; column: '身份证件号' }
  | { kind: 'BIRTH_DATE_NOT_OF_NUMBER' | 'BIRTH_DATE_AFTER_ADMISSION'; column: '出生日期' }
  | { kind: 'SEX_NOT_OF_NUMBER'; column: '性别' }
  | { kind: 'ADMISSION_IN_FUTURE'; column: '入学年月' }
  | { kind: 'DOCUMENT_EXPIRED'; column: '身份证件有效期' };

export interface PlacedRow {
  school: RosterSchool;
  schoolClass: RosterClass;
}

/** Where a row belongs, and every reason not to take it (docs/rules/enrollment.md#roster). */
export function placeRow(row: RosterRow, facts: RosterFacts): { place: PlacedRow | null; refusals: RosterRefusal[] } {
  const school = schoolOf(row, facts);
  const place = 'kind' in school ? school : classOf(row, school, facts);
  const refusals = [...('kind' in place ? [place] : []), ...personRefusals(row, facts)];
  return { place: 'kind' in place ? null : place, refusals };
}

function schoolOf({ schoolCode }: RosterRow, { ownSchool, schools }: RosterFacts): RosterSchool | RosterRefusal {
  const column = '学校标识码';
  if (ownSchool)
    return schoolCode === null || schoolCode === ownSchool.code ? ownSchool : { kind: 'SCHOOL_NOT_OWN', column };
  if (schoolCode === null) return { kind: 'SCHOOL_CODE_MISSING', column };
  return schools.get(schoolCode) ?? { kind: 'SCHOOL_UNKNOWN', column };
}

function classOf(row: RosterRow, school: RosterSchool, { schoolYear }: RosterFacts): PlacedRow | RosterRefusal {
  const column = '班号';
  const written = readClassName(row.className);
  if (!written) return { kind: 'CLASS_NAME_UNREADABLE', column };
  const entryYear = schoolYear - written.grade + 1;
  const ofGrade = school.classes.filter(({ stage, entryYear: year }) => stage === written.stage && year === entryYear);
  if (ofGrade.length === 0) return { kind: 'GRADE_NOT_AT_SCHOOL', column };
  const schoolClass = ofGrade.find(({ serial }) => serial === written.serial);
  return schoolClass ? { school, schoolClass } : { kind: 'CLASS_UNKNOWN', column };
}

const IDENTITY_CARD = '1';

function personRefusals(row: RosterRow, { today }: RosterFacts): RosterRefusal[] {
  const refusals: RosterRefusal[] = numberRefusals(row, today);
  if (`${row.admittedIn}-01` > today) refusals.push({ kind: 'ADMISSION_IN_FUTURE', column: '入学年月' });
  if (row.bornOn.slice(0, 7) >= row.admittedIn)
    refusals.push({ kind: 'BIRTH_DATE_AFTER_ADMISSION', column: '出生日期' });
  if (row.documentValidTo !== null && row.documentValidTo < today)
    refusals.push({ kind: 'DOCUMENT_EXPIRED', column: '身份证件有效期' });
  return refusals;
}

function numberRefusals({ documentType, documentNumber, bornOn, sex }: RosterRow, today: string): RosterRefusal[] {
  if ((documentType ?? IDENTITY_CARD) !== IDENTITY_CARD) return [];
  if (documentNumber === null)
    return documentType === null ? [] : [{ kind: 'IDENTITY_NUMBER_MISSING', column: '身份证件号' }];
  const number = parseResidentNumber(documentNumber, today);
  if ('refusal' in number) return [{ kind: 'IDENTITY_NUMBER_WRONG', column: '身份证件号' }];
  const refusals: RosterRefusal[] = [];
  if (number.bornOn !== bornOn) refusals.push({ kind: 'BIRTH_DATE_NOT_OF_NUMBER', column: '出生日期' });
  if ((number.sex === 'MALE' ? '1' : '2') !== sex) refusals.push({ kind: 'SEX_NOT_OF_NUMBER', column: '性别' });
  return refusals;
}
