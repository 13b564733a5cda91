import { codeTable, type CodeTableName, findCode } from '@bureau/codes';
import { parseResidentNumber } from '@bureau/resident-id';
import type { Broken } from '../rule-broken/rule-broken.rules.ts';
import type { RecordCode, SheetFacts, SheetRow } from './sheet-row.rules.ts';

type Asking = (row: SheetRow, facts: SheetFacts) => Broken<RecordCode>[];

/** Every fault of a child's sheet, field by field (docs/rules/enrollment.md#record); empty when there is none. */
export function recordRefusals(row: SheetRow, facts: SheetFacts): Broken<RecordCode>[] {
  return [personRefusals, identityRefusals, codeRefusals, contactRefusals, careRefusals, guardianRefusals].flatMap(
    (asking) => asking(row, facts),
  );
}

/** 2 to 50 characters: letters of any script, and the dot of Hui and Uyghur names between them. */
const NAME = /^(?=.{2,50}$)\p{L}[\p{L}\p{M}]*(?:[·• ][\p{L}\p{M}]+)*$/u;

const personRefusals: Asking = ({ name, bornOn, admittedIn }, { today }) => {
  const refusals: Broken<RecordCode>[] = [];
  if (name != null && !NAME.test(name.trim())) refusals.push({ code: 'NAME_UNFIT', field: 'name' });
  if (bornOn && bornOn > today)
    refusals.push({ code: 'BIRTH_IN_FUTURE', field: 'bornOn', limit: today, found: bornOn });
  if (bornOn && admittedIn && admittedIn < bornOn.slice(0, 7))
    refusals.push({ code: 'ADMITTED_BEFORE_BIRTH', field: 'admittedIn', found: admittedIn });
  return refusals;
};

const FAULTS = {
  LengthNot18: 'IDENTITY_NUMBER_LENGTH',
  CharacterNotAllowed: 'IDENTITY_NUMBER_CHARACTERS',
  BirthDayImpossible: 'IDENTITY_NUMBER_BIRTH_DAY',
  BirthDayInFuture: 'IDENTITY_NUMBER_BIRTH_DAY',
  CheckCharacterWrong: 'IDENTITY_NUMBER_CHECK',
} as const satisfies Record<string, RecordCode>;

/** GB 11643: of a resident's card the check character, the day of birth and the sex agree with the sheet. No value is repeated in a refusal. */
const identityRefusals: Asking = ({ identityNumber, documentType, bornOn, sex }, { today }) => {
  const field = 'identityNumber';
  if (documentType != null && documentType !== '1') return [];
  if (!identityNumber) return documentType === '1' ? [{ code: 'IDENTITY_NUMBER_MISSING', field }] : [];
  const read = parseResidentNumber(identityNumber, today);
  if ('refusal' in read) return [{ code: FAULTS[read.refusal], field }];
  const refusals: Broken<RecordCode>[] = [];
  if (bornOn && read.bornOn !== bornOn) refusals.push({ code: 'BIRTH_DIFFERS', field: 'bornOn' });
  if ((sex === '1' && read.sex !== 'MALE') || (sex === '2' && read.sex !== 'FEMALE'))
    refusals.push({ code: 'SEX_DIFFERS', field: 'sex' });
  return refusals;
};

const CODED = {
  sex: 'SEX',
  documentType: 'DOCUMENT_TYPE',
  ethnicity: 'ETHNICITY',
  boarding: 'BOARDING_MODE',
  nationality: 'COUNTRY',
  overseasStatus: 'OVERSEAS_STATUS',
  politicalStatus: 'POLITICAL_STATUS',
  health: 'HEALTH',
  hukouKind: 'HUKOU_KIND',
  bloodType: 'BLOOD_TYPE',
  admissionMode: 'ADMISSION_MODE',
  source: 'STUDENT_SOURCE',
  inclusion: 'INCLUSION',
  rollDisability: 'ROLL_DISABILITY',
  commuteMode: 'COMMUTE_MODE',
} as const satisfies Partial<Record<keyof SheetRow, CodeTableName>>;

const codeRefusals: Asking = (row) => {
  const fields = Object.entries(CODED) as [keyof typeof CODED, CodeTableName][];
  return fields.flatMap(([field, name]): Broken<RecordCode>[] => {
    const [value, table] = [row[field], codeTable(name)];
    if (value == null || findCode(table, value)) return [];
    return [{ code: 'CODE_UNKNOWN', field, found: value, allowed: table.codes.map(({ code }) => code) }];
  });
};

const PHONE = /^(1\d{10}|0\d{2,3}-?\d{7,8})$/;

const contactRefusals: Asking = ({ phone, postalCode, ...divisions }) => {
  const refusals: Broken<RecordCode>[] = [];
  for (const field of ['hukouDivision', 'birthplaceDivision', 'nativeDivision'] as const) {
    const value = divisions[field];
    if (value != null && !/^\d{12}$/.test(value)) refusals.push({ code: 'DIVISION_UNFIT', field, found: value });
  }
  if (phone && !PHONE.test(phone)) refusals.push({ code: 'PHONE_UNFIT', field: 'phone' });
  if (postalCode && !/^\d{6}$/.test(postalCode))
    refusals.push({ code: 'POSTAL_CODE_UNFIT', field: 'postalCode', found: postalCode });
  return refusals;
};

/** 随班就读 and 残疾人类型 of fields 41 and 42: 视力 with 视力, 听力 with 听力, 智力 with 智力, 其他 with the rest. */
const INCLUDED: Readonly<Record<string, readonly string[]>> = {
  0: ['0'],
  1: ['1'],
  2: ['2'],
  3: ['5'],
  9: ['3', '4', '6', '7', '9'],
};

const careRefusals: Asking = ({ inclusion, rollDisability, leftBehind, isMigrantChild }, facts) => {
  const refusals: Broken<RecordCode>[] = [];
  const isJudged = inclusion != null && rollDisability != null && !facts.isSpecialSchool;
  const allowed = INCLUDED[inclusion ?? '0'] ?? [];
  if (isJudged && !allowed.includes(rollDisability))
    refusals.push({ code: 'INCLUSION_DISAGREES', field: 'inclusion', allowed, found: rollDisability });
  if (facts.excludesLeftBehindMigrant && isMigrantChild && leftBehind != null && leftBehind !== 'NO')
    refusals.push({ code: 'LEFT_BEHIND_AND_MIGRANT', field: 'leftBehind' });
  return refusals;
};

const guardianRefusals: Asking = ({ guardians }) => {
  if (!guardians) return [];
  const kin = codeTable('KINSHIP');
  const refusals = guardians.flatMap(({ name, kinship, phone }, at): Broken<RecordCode>[] => [
    ...(NAME.test(name.trim()) ? [] : [{ code: 'NAME_UNFIT' as const, field: `guardians.${at}.name` }]),
    ...(findCode(kin, kinship)
      ? []
      : [
          {
            code: 'CODE_UNKNOWN' as const,
            field: `guardians.${at}.kinship`,
            found: kinship,
            allowed: kin.codes.map(({ code }) => code),
          },
        ]),
    ...(phone && !PHONE.test(phone) ? [{ code: 'PHONE_UNFIT' as const, field: `guardians.${at}.phone` }] : []),
  ]);
  if (!guardians.some(({ isGuardian }) => isGuardian)) refusals.push({ code: 'GUARDIAN_MISSING', field: 'guardians' });
  return refusals;
};
