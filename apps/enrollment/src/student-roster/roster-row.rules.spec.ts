import { placeRow, type RosterRow } from './roster-row.rules.ts';

const schoolClass = { id: 'c', schoolId: 's', stage: 'PRIMARY', entryYear: 2022, serial: 1 } as const;
const school = { id: 's', code: '2164000001', townshipCode: '640121101', classes: [schoolClass] };
const facts = { today: '2024-12-05', schoolYear: 2024, ownSchool: school, schools: new Map([[school.code, school]]) };
const row: RosterRow = {
  schoolCode: null,
  sex: '2',
  bornOn: '2015-03-01',
  documentType: '1',
  documentNumber: '640121201503010022',
  className: '三年级(1)班',
  admittedIn: '2022-09',
  documentValidTo: null,
};

it('finds the class of a sound row', () => {
  expect(placeRow(row, facts)).toEqual({ place: { school, schoolClass }, refusals: [] });
});

it.each<[Partial<RosterRow>, string, string]>([
  [{ schoolCode: '2164000002' }, 'SCHOOL_NOT_OWN', '学校标识码'],
  [{ className: '三班' }, 'CLASS_NAME_UNREADABLE', '班号'],
  [{ className: '四年级(1)班' }, 'GRADE_NOT_AT_SCHOOL', '班号'],
  [{ className: '三年级(2)班' }, 'CLASS_UNKNOWN', '班号'],
  [{ documentNumber: null }, 'IDENTITY_NUMBER_MISSING', '身份证件号'],
  [{ documentNumber: '640121201503010023' }, 'IDENTITY_NUMBER_WRONG', '身份证件号'],
  [{ bornOn: '2015-03-02' }, 'BIRTH_DATE_NOT_OF_NUMBER', '出生日期'],
  [{ sex: '1' }, 'SEX_NOT_OF_NUMBER', '性别'],
  [{ admittedIn: '2025-01' }, 'ADMISSION_IN_FUTURE', '入学年月'],
  [{ admittedIn: '2015-03' }, 'BIRTH_DATE_AFTER_ADMISSION', '出生日期'],
  [{ documentValidTo: '2024-12-04' }, 'DOCUMENT_EXPIRED', '身份证件有效期'],
])('%p is refused: %s', (change, kind, column) => {
  expect(placeRow({ ...row, ...change }, facts).refusals).toEqual([{ kind, column }]);
});

it.each<[string, Partial<RosterRow>]>([
  ['a child without any number', { documentType: null, documentNumber: null }],
  ['a passport, whatever it says', { documentType: 'A', documentNumber: 'E12345678' }],
  ['a document that is valid to this day', { documentValidTo: '2024-12-05' }],
  ['the month of today', { admittedIn: '2024-12' }],
])('takes %s', (_, change) => {
  expect(placeRow({ ...row, ...change }, facts).refusals).toEqual([]);
});

it('for the county asks for the code of the school, and knows no other', () => {
  const county = { ...facts, ownSchool: null };
  expect(placeRow(row, county).refusals).toEqual([{ kind: 'SCHOOL_CODE_MISSING', column: '学校标识码' }]);
  expect(placeRow({ ...row, schoolCode: '1' }, county).refusals).toEqual([
    { kind: 'SCHOOL_UNKNOWN', column: '学校标识码' },
  ]);
  expect(placeRow({ ...row, schoolCode: school.code }, county).refusals).toEqual([]);
});
