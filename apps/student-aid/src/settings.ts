import { setting, wholeNumber, z } from '@bureau/settings';

/** What the county decides about aid, with what holds until it does (docs/rules/student-aid.md). */
export const AID_SETTINGS = {
  'aid.publicNoticeWorkingDays': setting({
    schema: wholeNumber(1, 60),
    fallback: 5,
    meaning: 'working days for which a public notice hangs, the day of posting not counted',
    source: '普通高中、中职资助实施细则: at least five working days [L]',
  }),
  'aid.publicNoticeForbiddenWords': setting({
    schema: z.array(z.string().min(1)).max(500),
    fallback: [
      '身份证',
      '电话',
      '手机号',
      '住址',
      '残疾',
      '低保',
      '特困',
      '孤儿',
      '单亲',
      '疾病',
      '患病',
      '离异',
      '服刑',
    ],
    meaning: 'words that a public notice may not hold: they tell of a family',
    source: '教财〔2018〕16号: no family details in a public notice',
  }),
} as const;
