import type { BrokenSentence } from '../rule-broken/rule-broken.resolvers.ts';
import type { PromotionCode } from './promotion.rules.ts';
import type { GraduationCode } from './promotion.service.ts';

/** What is said of each refusal of a promotion or graduation. */
export const promotionSentences: Readonly<Record<PromotionCode | GraduationCode, BrokenSentence>> = {
  YEAR_NOT_NEAR: {
    rule: 'promotion',
    zh: '{found} 学年的升级自 {limit} 起一年内办理。',
    en: 'Promotion into {found} is done within a year from {limit} on.',
  },
  TRANSFERS_OPEN: {
    rule: 'promotion',
    zh: '尚有 {found} 件在办转学，请先办结。',
    en: 'There are {found} transfers on their way; end them first.',
  },
  HOLIDAY_YEAR_MISSING: {
    rule: 'working-days',
    zh: '尚未载入 {limit} 年的节假日安排。',
    en: 'The state holidays of {limit} are not loaded.',
  },
  HANDOVER_NOT_SENT: {
    rule: 'hand-over',
    zh: '{found} 名特殊学生尚未移交：{allowed}。',
    en: '{found} special children have not been handed over: {allowed}.',
  },
  DAY_IN_FUTURE: {
    rule: 'promotion',
    zh: '日期 {found} 不能晚于今天（{limit}）。',
    en: 'The day {found} must not be after today ({limit}).',
  },
  COMPLETION_UNFIT: {
    rule: 'promotion',
    zh: '名单中有 {found} 名结业学生不在毕业年级在读学生之中。',
    en: '{found} of those who complete are not among the children in the last grade.',
  },
};
