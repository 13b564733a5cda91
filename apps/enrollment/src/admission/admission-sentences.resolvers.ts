import type { BrokenSentence } from '../rule-broken/rule-broken.resolvers.ts';
import type { AdmissionCode } from './admission.service.ts';

/** What is said of each refusal of an admission. */
export const admissionSentences: Readonly<Record<AdmissionCode | 'SCHOOL_NOT_FOUND', BrokenSentence>> = {
  PLAN_MISSING: { rule: 'admission', zh: '{found} 学年尚无招生计划。', en: 'There is no plan of seats for {found}.' },
  NOBODY_WAITS: { rule: 'admission', zh: '{found} 学年没有待办理的学生。', en: 'Nobody waits for {found}.' },
  DAY_IN_FUTURE: {
    rule: 'admission',
    zh: '日期 {found} 不能晚于今天（{limit}）。',
    en: 'The day {found} must not be after today ({limit}).',
  },
  DAY_BEFORE_GRADUATION: {
    rule: 'admission',
    zh: '日期 {found} 早于毕业日期（{limit}）。',
    en: 'The day {found} is before the graduation ({limit}).',
  },
  SCHOOL_NOT_FOUND: { rule: 'admission', zh: '找不到学校。', en: 'There is no such school.' },
};
