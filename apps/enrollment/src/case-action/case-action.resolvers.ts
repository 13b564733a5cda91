import { formatGlobalId, type Language, refused, type Sentence } from '@bureau/subgraph';
import type {
  CaseActionResolvers,
  DropoutCaseResolvers,
  MutationResolvers,
  ResolversTypes,
} from '../__generated__/graphql.ts';
import type { Context } from '../context.ts';
import type { ActionAsked, ActionRefusal } from './case-action.rules.ts';
import type { ActionInput } from './case-action.service.ts';

async function record(kind: ActionAsked['kind'], input: ActionInput, context: Context) {
  const { caseActions, dropoutCases, language } = context;
  const { dropoutCaseId, refusals } = await caseActions.record(kind, input);
  const dropoutCase = dropoutCaseId ? await dropoutCases.find(dropoutCaseId) : null;
  return { dropoutCase, userErrors: refusals.map((refusal) => actionError(refusal, language)) };
}

export const caseActionMutations: Pick<
  MutationResolvers,
  'dropoutCaseContactRecord' | 'dropoutCasePersuasionRecord' | 'dropoutCaseReferralRecord' | 'dropoutCaseWelfareRecord'
> = {
  dropoutCaseContactRecord: (_, { input }, context) => record('CONTACT', input, context),
  dropoutCasePersuasionRecord: (_, { input }, context) => record('PERSUASION', input, context),
  dropoutCaseReferralRecord: (_, { input }, context) => record('REFERRAL', input, context),
  dropoutCaseWelfareRecord: (_, { input }, context) => record('WELFARE_NOTE', input, context),
};

export const caseActionsField: Pick<DropoutCaseResolvers, 'actions'> = {
  actions: ({ id }, _, { caseActions }) => caseActions.listOfCase(id),
};

export const caseActionFields: Pick<CaseActionResolvers, 'id' | 'isApproved'> = {
  id: ({ countyCode, id }) => formatGlobalId({ county: countyCode, id }),
  isApproved: ({ approvedBy }) => approvedBy !== null,
};

function sentenceOf(refusal: ActionRefusal): Sentence {
  switch (refusal.kind) {
    case 'DropoutCaseNotFound':
      return { zh: '找不到该个案，或不在您的管辖范围内。', en: 'There is no such case in your reach.' };
    case 'DayInFuture':
      return {
        zh: `日期不能晚于今天（${refusal.today}）。`,
        en: `The day must not be after today (${refusal.today}).`,
      };
    case 'DayBeforeSuspicion':
      return {
        zh: `日期不能早于最后到校日期（${refusal.suspectedOn}）。`,
        en: `The day must not be before the child was last seen (${refusal.suspectedOn}).`,
      };
    case 'CaseActionIncomplete':
      return { zh: '记录不完整。', en: 'Something is missing.' };
  }
}

function actionError(refusal: ActionRefusal, language: Language): Awaited<ResolversTypes['CaseActionError']> {
  const message = sentenceOf(refusal)[language];
  switch (refusal.kind) {
    case 'DropoutCaseNotFound':
      return refused(refusal.kind, 'dropoutCase', message);
    case 'DayInFuture':
      return { ...refused(refusal.kind, 'happenedOn', message), today: refusal.today };
    case 'DayBeforeSuspicion':
      return { ...refused(refusal.kind, 'happenedOn', message), suspectedOn: refusal.suspectedOn };
    case 'CaseActionIncomplete':
      return { ...refused(refusal.kind, refusal.missing[0] ?? 'words', message), missing: [...refusal.missing] };
  }
}
