import { formatGlobalId, type Language } from '@bureau/subgraph';
import type {
  AutomaticEffectResolvers,
  DisabledChildResolvers,
  MutationResolvers,
  QueryResolvers,
} from '../__generated__/graphql.ts';
import { told } from '../refusal/refusal.resolvers.ts';
import type { EffectRule } from './automatic-effect.rules.ts';

const EXPLANATIONS: Record<EffectRule, Record<Language, string>> = {
  ROLL_AT_ANOTHER_SCHOOL: {
    zh: '学籍已在他校，责任移交已向该校发出；接收前仍由原校负责，安置与个别化教育计划不变。',
    en: 'The roll is at another school: the duty was offered to it. Until it accepts, the school before answers; placement and plan stay.',
  },
  ROLL_BACK_AT_DUTY_SCHOOL: {
    zh: '学籍已回到责任学校，或登记死亡，移交已撤回。',
    en: 'The roll is back at the school that answers for the child, or records a death: the offer was withdrawn.',
  },
  CLASS_FOLLOWS_ROLL: { zh: '班级随学籍变更。', en: 'The class follows the roll.' },
  ROLL_ENDED: {
    zh: '学籍已终止；未关闭任何记录，须由特教办决定后续安置与移交。',
    en: 'The roll ended: nothing was closed; the office must decide how the child goes on.',
  },
  DEATH_ENDS_PLACEMENT: {
    zh: '学籍登记死亡，安置自该日起结束。',
    en: 'The roll records a death: the placement ended on that day.',
  },
  RETURN_REOPENS_PLACEMENT: {
    zh: '学籍已恢复，因死亡登记结束的安置继续。',
    en: 'The child is on the roll again: the placement that a death had ended goes on.',
  },
  SCHOOL_MERGED: {
    zh: '学校已撤并，责任移交已向承接学校发出；接收前责任不变。',
    en: 'The school was merged: the duty was offered to its successor; until it accepts, nothing changes.',
  },
  HANDOVER_ACCEPTED: { zh: '交接已确认，责任随之变更。', en: 'The hand-over was answered: the duty moved with it.' },
  SCHOOL_CLOSED: {
    zh: '学校停办且无唯一承接学校，须由特教办决定责任学校。',
    en: 'The school closed without one successor: the office must decide who answers for the child.',
  },
};

export const effectQueries: Pick<QueryResolvers, 'automaticEffects'> = {
  automaticEffects: (_, { filter, ...page }, { effects }) => effects.list(filter ?? {}, page),
};

export const effectMutations: Pick<MutationResolvers, 'automaticEffectUndo'> = {
  automaticEffectUndo: async (_, { input }, { effects, language }) => {
    const { id, refusals } = await effects.undo(input);
    return { automaticEffect: id ? await effects.find(id) : null, userErrors: told(refusals, language) };
  },
};

export const childEffectFields: Pick<DisabledChildResolvers, 'automaticEffects'> = {
  automaticEffects: ({ id }, _, { effects }) => effects.listOfChild(id),
};

export const effectFields: Pick<AutomaticEffectResolvers, '__resolveReference' | 'id' | 'child' | 'explanation'> = {
  __resolveReference: ({ id }, { effects }) => effects.findByGlobalId(id),
  id: ({ countyCode, id }) => formatGlobalId({ county: countyCode, id }),
  child: ({ childId }, _, { disabledChildren }) => disabledChildren.get(childId),
  explanation: ({ rule }, _, { language }) => EXPLANATIONS[rule][language],
};
