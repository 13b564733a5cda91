import { movementSentences } from '../roll-movement/roll-movement-sentences.resolvers.ts';
import type { BrokenSentence } from '../rule-broken/rule-broken.resolvers.ts';
import type { ParticularsCode } from './particulars.service.ts';
import type { RegistrationCode } from './registration.rules.ts';

const rule = 'record';

/** What is said of each refusal of a child's sheet. */
export const recordSentences: Readonly<Record<RegistrationCode | ParticularsCode, BrokenSentence>> = {
  ...movementSentences,
  NAME_UNFIT: { rule, zh: '姓名应为 2 至 50 个文字，可含“·”。', en: 'A name has 2 to 50 letters and may hold a dot.' },
  BIRTH_IN_FUTURE: {
    rule,
    zh: '出生日期 {found} 不能晚于今天（{limit}）。',
    en: 'The day of birth {found} must not be after today ({limit}).',
  },
  IDENTITY_NUMBER_MISSING: { rule, zh: '居民身份证须填写号码。', en: 'A resident’s card has a number.' },
  IDENTITY_NUMBER_LENGTH: { rule, zh: '公民身份号码应为 18 位。', en: 'An identity number has 18 characters.' },
  IDENTITY_NUMBER_CHARACTERS: {
    rule,
    zh: '公民身份号码只能是 17 位数字加数字或 X。',
    en: 'An identity number is 17 digits and a digit or X.',
  },
  IDENTITY_NUMBER_BIRTH_DAY: {
    rule,
    zh: '公民身份号码第 7 至 14 位不是有效的出生日期。',
    en: 'Characters 7 to 14 of the identity number are no day of birth.',
  },
  IDENTITY_NUMBER_CHECK: {
    rule,
    zh: '公民身份号码的校验码不符（GB 11643）。',
    en: 'The check character of the identity number is wrong (GB 11643).',
  },
  BIRTH_DIFFERS: {
    rule,
    zh: '出生日期与公民身份号码不一致。',
    en: 'The day of birth is not the one in the identity number.',
  },
  SEX_DIFFERS: { rule, zh: '性别与公民身份号码不一致。', en: 'The sex is not the one in the identity number.' },
  CODE_UNKNOWN: {
    rule,
    zh: '代码 {found} 不在代码表中，可用：{allowed}。',
    en: 'The table has no code {found}; it has {allowed}.',
  },
  DIVISION_UNFIT: { rule, zh: '行政区划代码应为 12 位数字。', en: 'A division code has twelve digits.' },
  PHONE_UNFIT: {
    rule,
    zh: '联系电话应为手机号或带区号的固定电话。',
    en: 'A phone is a mobile, or a landline with its area.',
  },
  POSTAL_CODE_UNFIT: { rule, zh: '邮政编码应为 6 位数字。', en: 'A postal code has six digits.' },
  INCLUSION_DISAGREES: {
    rule,
    zh: '随班就读与残疾人类型不一致，残疾人类型应为 {allowed}。',
    en: 'Regular-class schooling and disability disagree; the disability would be {allowed}.',
  },
  LEFT_BEHIND_AND_MIGRANT: {
    rule,
    zh: '留守儿童与随迁子女不能同时填写。',
    en: 'A child is not both left behind and a migrant.',
  },
  ADMITTED_BEFORE_BIRTH: { rule, zh: '入学年月 {found} 早于出生日期。', en: 'The admission {found} is before birth.' },
  GUARDIAN_MISSING: { rule, zh: '至少应有一名监护人。', en: 'One of the family is the guardian.' },
  IDENTITY_KNOWN: {
    rule,
    zh: '本县已有学生使用该公民身份号码，一人一籍。',
    en: 'A child of the county has this identity number: one child, one roll.',
  },
  TOWNSHIP_UNKNOWN: { rule, zh: '本县没有乡镇 {found}。', en: 'The county has no township {found}.' },
  TOO_YOUNG: {
    rule,
    zh: '截至 {found} 未满 {limit} 周岁，不能入小学。',
    en: 'By {found} the child is not {limit} years old.',
  },
  NOTHING_CORRECTED: { rule, zh: '没有要变更的信息。', en: 'Nothing would be corrected.' },
};
