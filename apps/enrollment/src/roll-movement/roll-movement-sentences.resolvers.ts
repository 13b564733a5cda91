import type { BrokenSentence } from '../rule-broken/rule-broken.resolvers.ts';
import type { MovementCode } from './movement.rules.ts';

/** What is said of each refusal of a movement. */
export const movementSentences: Readonly<Record<MovementCode | 'HOLIDAY_YEAR_MISSING', BrokenSentence>> = {
  STUDENT_NOT_FOUND: {
    rule: 'movements',
    zh: '找不到该学生，或不在您的管辖范围内。',
    en: 'There is no such child in your reach.',
  },
  RECORD_CHANGED: {
    rule: 'movements',
    zh: '该记录已被他人修改（现为第 {limit} 版），请核对后重试。',
    en: 'Somebody has changed the record (it is at version {limit}); look at it again.',
  },
  MOVEMENT_NOT_POSSIBLE: {
    rule: 'movements',
    zh: '学籍状态为 {found} 时不能办理此异动，应为：{allowed}。',
    en: 'From the roll status {found} this movement does not start; it starts from {allowed}.',
  },
  COMPULSORY_STAGE: {
    rule: 'movements',
    zh: '义务教育阶段不得退学、开除或肄业（义务教育法第二十七条）。',
    en: 'In the compulsory years nobody is withdrawn, expelled or let go unfinished (义务教育法 art. 27).',
  },
  DAY_IN_FUTURE: {
    rule: 'movements',
    zh: '日期 {found} 不能晚于今天（{limit}）。',
    en: 'The day {found} must not be after today ({limit}).',
  },
  DAY_BEFORE_BIRTH: {
    rule: 'movements',
    zh: '日期 {found} 早于该学生的出生日期。',
    en: 'The day {found} is before the child was born.',
  },
  MOVEMENT_OUT_OF_ORDER: {
    rule: 'movements',
    zh: '日期 {found} 早于上一次异动（{limit}），异动应按先后办理。',
    en: 'The day {found} is before the last movement ({limit}); movements follow each other.',
  },
  EVIDENCE_MISSING: {
    rule: 'movements',
    zh: '缺少佐证材料：{allowed}。',
    en: 'These documents are missing: {allowed}.',
  },
  PLACEMENT_MISSING: {
    rule: 'movements',
    zh: '请注明就读状态，可选：{allowed}。',
    en: 'Say where the child is: {allowed}.',
  },
  PLACEMENT_UNFIT: {
    rule: 'movements',
    zh: '就读状态不能为 {found}，可选：{allowed}。',
    en: 'The placement cannot be {found}; it can be {allowed}.',
  },
  UNTIL_MISSING: {
    rule: 'movements',
    zh: '请填写休学截止日期，最晚为 {limit}。',
    en: 'Say until when, {limit} at the latest.',
  },
  UNTIL_UNFIT: {
    rule: 'movements',
    zh: '休学截止日期 {found} 不符，应晚于起始日且不晚于 {limit}。',
    en: 'The end {found} must be after the start and not after {limit}.',
  },
  REPEAT_NOT_ALLOWED: {
    rule: 'movements',
    zh: '义务教育阶段不得留级。',
    en: 'In the compulsory years a grade is not repeated.',
  },
  SKIP_NOT_ALLOWED: { rule: 'movements', zh: '本县不办理跳级。', en: 'The county lets nobody skip a grade.' },
  OTHER_PLACE_MISSING: {
    rule: 'movements',
    zh: '请填写去往的国家（地区）或学校。',
    en: 'Say to which country or school.',
  },
  CLASS_MISSING: { rule: 'class-sizes', zh: '请选择班级。', en: 'Name the class.' },
  CLASS_NOT_FOUND: {
    rule: 'class-sizes',
    zh: '找不到该班级，或不在您的管辖范围内。',
    en: 'There is no such class in your reach.',
  },
  CLASS_SAME: { rule: 'class-sizes', zh: '该学生已在此班级。', en: 'The child sits in that class already.' },
  CLASS_OF_OTHER_SCHOOL: {
    rule: 'class-sizes',
    zh: '该班级属于另一所学校，应办理转学。',
    en: 'The class is of another school: that takes a transfer.',
  },
  STAGE_UNFIT: {
    rule: 'class-sizes',
    zh: '班级学段 {found} 不符，应为 {allowed}。',
    en: 'The class is of the stage {found}, not {allowed}.',
  },
  GRADE_UNFIT: {
    rule: 'class-sizes',
    zh: '班级的入学年份 {found} 不符，应为 {allowed}。',
    en: 'The class entered in {found}; it must have entered in {allowed}.',
  },
  GRADE_ENDED: {
    rule: 'class-sizes',
    zh: '{found} 级的班级在该学年没有年级。',
    en: 'A class that entered in {found} has no grade in that school year.',
  },
  CLASS_FULL: {
    rule: 'class-sizes',
    zh: '该班已有 {found} 人，班额为 {limit}。',
    en: 'The class holds {found} children and may hold {limit}.',
  },
  HOLIDAY_YEAR_MISSING: {
    rule: 'working-days',
    zh: '尚未载入 {limit} 年的节假日安排，无法计算工作日期限。',
    en: 'The state holidays of {limit} are not loaded, so no working days can be counted.',
  },
};
