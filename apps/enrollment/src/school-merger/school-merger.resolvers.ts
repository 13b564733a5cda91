import type { MutationResolvers, SchoolResolvers, SchoolSuccessorResolvers } from '../__generated__/graphql.ts';
import { brokenAnswer, type BrokenSentence } from '../rule-broken/rule-broken.resolvers.ts';
import type { MergerCode } from './school-merger.rules.ts';

const rule = 'merger';
const sentences: Readonly<Record<MergerCode, BrokenSentence>> = {
  SCHOOL_NOT_FOUND: { rule, zh: '找不到该学校。', en: 'There is no such school.' },
  SUCCESSOR_NOT_FOUND: { rule, zh: '找不到接收学校。', en: 'There is no such receiving school.' },
  OWN_SUCCESSOR: { rule, zh: '接收学校不能是该学校本身。', en: 'A school cannot take over from itself.' },
  SCHOOL_CLOSED: { rule, zh: '该学校已于 {found} 撤并。', en: 'The school closed on {found}.' },
  SUCCESSOR_CLOSED: { rule, zh: '接收学校已于 {found} 撤并。', en: 'The receiving school closed on {found}.' },
  DAY_IN_FUTURE: {
    rule,
    zh: '日期 {found} 不能晚于今天（{limit}）。',
    en: 'The day {found} must not be after today ({limit}).',
  },
  DAY_BEFORE_OPENING: {
    rule,
    zh: '日期 {found} 须晚于建校日期（{limit}）。',
    en: 'The day {found} must be after the school opened ({limit}).',
  },
  DOCUMENT_MISSING: { rule, zh: '请填写撤并文件文号。', en: 'Name the document that orders it.' },
  TRANSFERS_OPEN: {
    rule,
    zh: '尚有 {found} 件在办转学，请先办结。',
    en: 'There are {found} transfers on their way; end them first.',
  },
  HANDOVER_NOT_SENT: {
    rule: 'hand-over',
    zh: '{found} 名特殊学生尚未移交：{allowed}。',
    en: '{found} special children have not been handed over: {allowed}.',
  },
  RECORD_CHANGED: {
    rule,
    zh: '学校信息已被他人修改（现为第 {limit} 版），请核对后重试。',
    en: 'Somebody has changed the school (it is at version {limit}); look at it again.',
  },
};

export const schoolMergerMutations: Pick<MutationResolvers, 'schoolMerge'> = {
  schoolMerge: async (_, { input }, { mergers, schools, language }) => {
    const { schoolId, moved, refusals } = await mergers.merge(input);
    return {
      school: schoolId ? await schools.find(schoolId) : null,
      moved,
      userErrors: refusals.map((refusal) => brokenAnswer(refusal, sentences, language)),
    };
  },
};

export const schoolSuccessionFields: Pick<SchoolResolvers, 'successors'> = {
  successors: ({ id }, _, { mergers }) => mergers.listSuccessors(id),
};

export const schoolSuccessorFields: Pick<SchoolSuccessorResolvers, 'school'> = {
  school: async ({ successorId }, _, { handovers }) => {
    const school = await handovers.mention(successorId);
    if (!school) throw new Error('A school that took over is missing.');
    return school;
  },
};
