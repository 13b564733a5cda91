import { movementSentences } from '../roll-movement/roll-movement-sentences.resolvers.ts';
import type { BrokenSentence } from '../rule-broken/rule-broken.resolvers.ts';
import type { StepCode } from './transfer.rules.ts';
import type { RequestCode } from './transfer-request.rules.ts';

/** What is said of each refusal of a transfer. */
export const transferSentences: Readonly<Record<StepCode | RequestCode | 'HOLIDAY_YEAR_MISSING', BrokenSentence>> = {
  ...movementSentences,
  TRANSFER_NOT_FOUND: {
    rule: 'transfers',
    zh: '找不到该转学申请，或不在您的管辖范围内。',
    en: 'There is no such transfer in your reach.',
  },
  ACT_NOT_POSSIBLE: {
    rule: 'transfers',
    zh: '转学申请现为 {found}，此操作只能在 {allowed} 时进行。',
    en: 'The transfer is {found}; this act starts from {allowed}.',
  },
  FILE_HAS_MOVED: {
    rule: 'transfers',
    zh: '学籍已于 {found} 调转，不能再撤销或退回，请另行申请转学。',
    en: 'The file moved on {found}; what follows is another transfer.',
  },
  STEP_OF_ANOTHER: {
    rule: 'transfers',
    zh: '这一步应由 {allowed} 办理。',
    en: 'This step is taken by {allowed}.',
  },
  REASON_MISSING: { rule: 'transfers', zh: '请填写理由。', en: 'Give the reason.' },
  STUDENT_NOT_ACTIVE: {
    rule: 'transfers',
    zh: '学籍状态为 {found}，应为 {allowed}，不能转学。',
    en: 'The roll status is {found}; for a transfer it must be {allowed}.',
  },
  HANDOVER_NOT_SENT: {
    rule: 'hand-over',
    zh: '特殊学生尚未移交：{allowed}。',
    en: 'These special children have not been handed over: {allowed}.',
  },
  TRANSFER_OPEN: {
    rule: 'transfers',
    zh: '该学生已有在办的转学申请。',
    en: 'A transfer of this child is on its way already.',
  },
  OWN_SCHOOL: { rule: 'transfers', zh: '转入学校就是该学生所在学校。', en: 'The child is at that school.' },
  SCHOOL_NOT_FOUND: {
    rule: 'transfers',
    zh: '找不到该学校，或学校已撤并。',
    en: 'There is no such school, or it has closed.',
  },
  OUTSIDE_WINDOW: {
    rule: 'transfers',
    zh: '今天（{found}）不在转学办理时间内：{allowed}。',
    en: 'Today ({found}) no transfer can be asked for; the windows are {allowed}.',
  },
  GRADE_BLOCKED: {
    rule: 'transfers',
    zh: '第 {found} 年级为毕业年级，不办理县内转学。',
    en: 'From grade {found}, the last of its stage, nobody transfers within the county.',
  },
  OTHER_SCHOOL_MISSING: { rule: 'transfers', zh: '请填写县外学校名称。', en: 'Name the school outside the county.' },
};
