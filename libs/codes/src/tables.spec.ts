import { findCode, findCodeByText } from './code-table.ts';
import { codeTable, codeTableNames } from './tables.ts';

describe.each(codeTableNames)('%s', (name) => {
  const table = codeTable(name);

  it('names its title and standard', () => {
    expect(table.title).toMatch(/代码$/);
    expect(table.standard).not.toBe('');
  });

  it('has every code and every text once, and finds both', () => {
    for (const entry of table.codes) {
      expect(entry.code).toMatch(/^[0-9A-Z]+$/);
      expect(entry.text).toMatch(/^(?:AB|[ABO])?\p{Script=Han}[\p{Script=Han}()/、]*$/u);
      expect(findCode(table, entry.code)).toBe(entry);
      expect(findCodeByText(table, entry.text)).toBe(entry);
    }
    expect(new Set(table.codes.map(({ code }) => code.length)).size).toBe(1);
  });
});

it.each([
  ['SEX', '1', '男性'],
  ['ETHNICITY', '01', '汉族'],
  ['ETHNICITY', '03', '回族'],
  ['ETHNICITY', '11', '满族'],
  ['ETHNICITY', '30', '土族'],
  ['ETHNICITY', '49', '京族'],
  ['ETHNICITY', '56', '基诺族'],
  ['HEALTH', '6', '残疾'],
  ['KINSHIP', '52', '母亲'],
  ['POLITICAL_STATUS', '13', '群众'],
  ['DOCUMENT_TYPE', 'A', '护照'],
  ['BOARDING_MODE', '2', '住校'],
  ['ROLL_STATUS', '02', '休学'],
  ['ROLL_MOVEMENT', '21', '转学(转出)'],
  ['SCHOOL_KIND', '312', '九年一贯制学校'],
  ['URBAN_RURAL', '220', '村庄'],
  ['DISABILITY_CATEGORY', '1', '视力残疾'],
  ['DISABILITY_CATEGORY', '2', '听力残疾'],
  ['DISABILITY_LEVEL', '1', '一级'],
] as const)('%s %s is %s', (name, code, text) => {
  expect(findCode(codeTable(name), code)).toEqual({ code, text });
});

it('has all 56 nationalities and the two other values', () => {
  const codes = codeTable('ETHNICITY').codes.map(({ code }) => code);
  expect(codes).toEqual([...Array.from({ length: 56 }, (_, index) => String(index + 1).padStart(2, '0')), '97', '98']);
});

it('finds texts as clerks type them, and nothing else', () => {
  expect(findCodeByText(codeTable('ROLL_MOVEMENT'), '转学（转出）')).toEqual({ code: '21', text: '转学(转出)' });
  expect(findCodeByText(codeTable('ETHNICITY'), ' 回 族 ')).toEqual({ code: '03', text: '回族' });
  expect(findCodeByText(codeTable('ETHNICITY'), '回')).toBeNull();
  expect(findCode(codeTable('ETHNICITY'), '57')).toBeNull();
});

it('says which tables have not been compared with the standard', () => {
  expect(codeTableNames.filter((name) => codeTable(name).certainty === 'LIKELY')).toEqual([
    'ADMISSION_MODE',
    'BLOOD_TYPE',
    'COMMUTE_MODE',
    'DOCUMENT_TYPE',
    'HEALTH',
    'HUKOU_KIND',
    'INCLUSION',
    'KINSHIP',
    'POLITICAL_STATUS',
    'ROLL_DISABILITY',
    'SCHOOL_KIND',
    'STUDENT_SOURCE',
  ]);
});
