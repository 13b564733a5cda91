import { dayOfYear, setting, wholeNumber, z } from '@bureau/settings';

const MOVEMENTS = 'docs/rules/enrollment.md#movements';
const CLASSES = 'docs/rules/enrollment.md#class-sizes';
const evidence = z.record(z.string(), z.array(z.string().min(1).max(40)).max(10));

/** What a county or province decides about the roll (domain J). */
export const rollSettings = {
  'entry.age': setting({
    schema: wholeNumber(5, 8),
    fallback: 6,
    meaning: 'Full years of age on the cut-off day for entry to primary school (入学年龄).',
    source: '义务教育法 art. 11',
  }),
  'entry.ageCutoff': setting({
    schema: dayOfYear,
    fallback: '08-31',
    meaning: 'The day of the year on which the age at entry is counted (截止日).',
    source: '义务教育法实施细则',
  }),
  'roll.fileDeadlineMonths': setting({
    schema: wholeNumber(1, 12).nullable(),
    fallback: null,
    meaning: 'Months from entry within which a roll is filed (建籍期限); null: as the regulation in force says.',
    source: MOVEMENTS,
  }),
  'class.limits': setting({
    schema: z.object({
      PRE_SCHOOL: wholeNumber(1, 99),
      PRIMARY: wholeNumber(1, 99),
      JUNIOR_SECONDARY: wholeNumber(1, 99),
      SENIOR_SECONDARY: wholeNumber(1, 99),
      VOCATIONAL: wholeNumber(1, 99),
    }),
    fallback: { PRE_SCHOOL: 35, PRIMARY: 45, JUNIOR_SECONDARY: 50, SENIOR_SECONDARY: 50, VOCATIONAL: 50 },
    meaning: 'Children a class may hold, by stage (班额); from 56 on it is 大班额.',
    source: CLASSES,
  }),
  'suspension.maxMonths': setting({
    schema: wholeNumber(1, 24),
    fallback: 12,
    meaning: 'Months that one suspension or extension may last at most (休学期限).',
    source: MOVEMENTS,
  }),
  'suspension.expiryGraceDays': setting({
    schema: wholeNumber(0, 60),
    fallback: 7,
    meaning: 'Days after the end of a suspension before nothing done counts as suspected dropout (休学期满未复学).',
    source: MOVEMENTS,
  }),
  'grade.repeatAllowed': setting({
    schema: z.boolean(),
    fallback: false,
    meaning: 'Whether a grade may be repeated in the compulsory years (留级).',
    source: MOVEMENTS,
  }),
  'grade.skipAllowed': setting({
    schema: z.boolean(),
    fallback: true,
    meaning: 'Whether a grade may be skipped (跳级).',
    source: MOVEMENTS,
  }),
  'death.reportWorkingDays': setting({
    schema: wholeNumber(1, 60),
    fallback: 10,
    meaning: 'Working days from a death within which the roll is cancelled (死亡注销学籍).',
    source: '中小学生学籍管理办法',
  }),
  'correction.workingDays': setting({
    schema: wholeNumber(1, 90),
    fallback: 10,
    meaning: 'Working days for a correction of key particulars (关键信息变更).',
    source: MOVEMENTS,
  }),
  'movement.evidence': setting({
    schema: evidence,
    fallback: {
      INITIAL_REGISTRATION: ['户口簿', '入学登记表', '预防接种证'],
      SUSPENSION: ['休学申请表', '县级以上医院证明'],
      SUSPENSION_EXTENSION: ['休学申请表', '县级以上医院证明'],
      RESUMPTION: ['康复证明'],
      GRADE_SKIP: ['学校评估意见'],
      GOING_ABROAD: ['出国(境)证明'],
      RETURN_FROM_ABROAD: ['境外就读证明'],
      DEATH: ['死亡证明'],
      DISAPPEARANCE: ['报警回执'],
      PARTICULARS_CORRECTION: ['户口簿', '公安证明'],
      CANCELLATION: ['情况说明'],
      WITHDRAWAL: ['退学申请表'],
      EXPULSION: ['处分决定书'],
    },
    meaning: 'The documents each movement must name (佐证材料), by kind of movement.',
    source: MOVEMENTS,
  }),
};
