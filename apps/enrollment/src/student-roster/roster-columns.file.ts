import type { Day } from '@bureau/calendar';
import { codeTable, type CodeTableName } from '@bureau/codes';
import {
  choiceColumn,
  cellIdentifier,
  codeColumn,
  type ColumnOptions,
  columnOf,
  dayColumn,
  decimalColumn,
  digitsColumn,
  monthColumn,
  phoneColumn,
  reason,
  textColumn,
  wholeNumberColumn,
  yesNoColumn,
} from '@bureau/spreadsheet';

const code = (title: string, name: CodeTableName, also: Record<string, string> = {}) =>
  codeColumn(title, { table: codeTable(name), also });
const SEXES = { 男: '1', 女: '2' };
const KINSHIPS = { 父: '51', 爸爸: '51', 母: '52', 妈妈: '52', 爷爷: '61', 奶奶: '62', 外公: '63', 外婆: '64' };

/** A division of six, nine or twelve digits, in the twelve of the national roll system. */
const division = (title: string, options: ColumnOptions = {}) =>
  columnOf<string | null>(title, options, {
    read(cell) {
      const reading = cellIdentifier(cell);
      if (!('value' in reading)) return reading;
      if (/^(\d{6}|\d{9}|\d{12})$/.test(reading.value)) return { value: reading.value.padEnd(12, '0') };
      return reason(
        'DIVISION_UNREADABLE',
        '行政区划代码应为 6、9 或 12 位数字。',
        'A division code has 6, 9 or 12 digits.',
      );
    },
    hint: { zh: '6、9 或 12 位行政区划代码', en: '6, 9 or 12 digits' },
  });

/** The number of whatever document; that of an identity card is checked once the kind is known. */
const documentNumber = (title: string) =>
  columnOf<string | null>(
    title,
    { personal: true },
    {
      read(cell) {
        const reading = cellIdentifier(cell);
        if (!('value' in reading)) return reading;
        if (/^[0-9A-Z()]{5,20}$/.test(reading.value)) return { value: reading.value };
        return reason(
          'DOCUMENT_NUMBER_UNREADABLE',
          '证件号应为 5 至 20 位字母或数字。',
          'A document number has 5 to 20 letters or digits.',
        );
      },
      hint: { zh: '文本格式；居民身份证为 18 位', en: 'As text; 18 characters for an identity card' },
    },
  );

const text = (title: string, max: number, options: ColumnOptions = {}) => textColumn(title, { max, ...options });

/** What is asked of each member of the family; the national template numbers them. */
const member = (number: 1 | 2) => ({
  [`name${number}`]: text(`成员${number}姓名`, 50, { personal: true }),
  [`kinship${number}`]: code(`成员${number}关系`, 'KINSHIP', KINSHIPS),
  [`kinshipNote${number}`]: text(`成员${number}关系说明`, 50),
  [`address${number}`]: text(`成员${number}现住址`, 100, { personal: true }),
  [`hukou${number}`]: division(`成员${number}户口所在地`),
  [`phone${number}`]: phoneColumn(`成员${number}联系电话`),
  [`isGuardian${number}`]: yesNoColumn(`成员${number}是否监护人`),
  [`documentType${number}`]: code(`成员${number}身份证件类型`, 'DOCUMENT_TYPE', { 身份证: '1' }),
  [`documentNumber${number}`]: documentNumber(`成员${number}身份证件号`),
  [`ethnicity${number}`]: code(`成员${number}民族`, 'ETHNICITY'),
  [`employer${number}`]: text(`成员${number}工作单位`, 100),
  [`job${number}`]: text(`成员${number}职务`, 50),
});

/** Who the child is and where it belongs. */
const personColumns = (today: Day) => ({
  schoolCode: digitsColumn('学校标识码', {
    length: 10,
    hint: { zh: '县级导入时必填', en: 'Needed when the county imports' },
  }),
  name: textColumn('姓名', { required: true, personal: true, max: 50, aliases: ['学生姓名'] }),
  sex: codeColumn('性别', { required: true, table: codeTable('SEX'), also: SEXES }),
  bornOn: dayColumn('出生日期', { required: true, notBefore: '1990-01-01', notAfter: today }),
  birthplaceDivision: division('出生地行政区划代码'),
  nativeDivision: division('籍贯'),
  ethnicity: codeColumn('民族', { required: true, table: codeTable('ETHNICITY') }),
  nationality: code('国籍/地区', 'COUNTRY'),
  documentType: code('身份证件类型', 'DOCUMENT_TYPE', { 身份证: '1' }),
  overseasStatus: code('港澳台侨外', 'OVERSEAS_STATUS', { 否: '00' }),
  health: code('健康状况', 'HEALTH', { 健康: '1', 良好: '1' }),
  politicalStatus: code('政治面貌', 'POLITICAL_STATUS'),
  documentNumber: documentNumber('身份证件号'),
  hukouKind: code('户口性质', 'HUKOU_KIND', { 农业: '1', 非农业: '2', 居民: '3' }),
  hukouDivision: division('户口所在地行政区划代码', { aliases: ['户口所在地'] }),
  className: textColumn('班号', { required: true, max: 20, aliases: ['班级'], example: '三年级(2)班' }),
  admittedIn: monthColumn('入学年月', { required: true }),
  admissionMode: code('入学方式', 'ADMISSION_MODE'),
  boarding: codeColumn('就读方式', {
    required: true,
    table: codeTable('BOARDING_MODE'),
    also: { 走读生: '1', 住校生: '2' },
  }),
});

/** What the record holds beside. */
const recordColumns = () => ({
  livingAddress: text('现住址', 100, { personal: true }),
  postalAddress: text('通信地址', 100, { personal: true }),
  familyAddress: text('家庭地址', 100, { personal: true }),
  phone: phoneColumn('联系电话'),
  postalCode: digitsColumn('邮政编码', { length: 6 }),
  isOnlyChild: yesNoColumn('是否独生子女'),
  hadPreSchool: yesNoColumn('是否受过学前教育'),
  leftBehind: choiceColumn('是否留守儿童', {
    texts: [
      ['NO', '非留守儿童'],
      ['ONE_PARENT_AWAY', '单亲留守儿童'],
      ['BOTH_PARENTS_AWAY', '双亲留守儿童'],
    ],
    also: { 否: 'NO', 是: 'BOTH_PARENTS_AWAY' },
  }),
  wantsAid: yesNoColumn('是否需要申请资助'),
  isOrphan: yesNoColumn('是否孤儿'),
  isMartyrChild: yesNoColumn('是否烈士或优抚子女'),
  commuteKm: decimalColumn('上下学距离', { max: 500, decimals: 1 }),
  commuteMode: code('上下学方式', 'COMMUTE_MODE', { 自行车: '2', 家长接送: '4' }),
  needsSchoolBus: yesNoColumn('是否需要乘坐校车'),
  formerName: text('曾用名', 50, { personal: true }),
  documentValidTo: dayColumn('身份证件有效期'),
  bloodType: code('血型', 'BLOOD_TYPE', { A: '1', A型: '1', B: '2', B型: '2', AB: '3', AB型: '3', O: '4', O型: '4' }),
  talent: text('特长', 100),
  auxiliaryNumber: text('学籍辅号', 30),
  numberInClass: wholeNumberColumn('班内学号', { min: 1, max: 999 }),
  source: code('学生来源', 'STUDENT_SOURCE'),
  email: text('电子信箱', 100, { personal: true }),
  homepage: text('主页地址', 200),
  rollDisability: code('残疾类型', 'ROLL_DISABILITY', { 无: '0', 否: '0' }),
  isSeatPurchased: yesNoColumn('是否由政府购买学位'),
  inclusion: code('随班就读', 'INCLUSION', { 否: '0' }),
  isMigrantChild: yesNoColumn('是否随迁子女'),
});

/** The columns of the national template (学生基础信息导入模板, domain G1), in its order; the family follows. */
export const rosterColumns = (today: Day) => ({ ...personColumns(today), ...recordColumns() });

export const familyColumns = () => ({ ...member(1), ...member(2) });
