import { type Language, refused, type Sentence } from '@bureau/subgraph';
import type { MutationResolvers, ResolversTypes } from '../__generated__/graphql.ts';
import type { Context } from '../context.ts';
import type { Outcome } from './dropout-case.service.ts';
import type { StageRefusal } from './dropout-stage.rules.ts';

async function told({ dropoutCases, language }: Context, outcome: Promise<Outcome<StageRefusal>>) {
  const { dropoutCaseId, refusals } = await outcome;
  dropoutCases.forget();
  const dropoutCase = dropoutCaseId ? await dropoutCases.find(dropoutCaseId) : null;
  return { dropoutCase, userErrors: refusals.map((refusal) => stageError(refusal, language)) };
}

export const dropoutStageMutations: Pick<
  MutationResolvers,
  'dropoutCaseAdvance' | 'dropoutCaseSkip' | 'dropoutCaseResolve' | 'dropoutCaseClose' | 'dropoutCaseReopen'
> = {
  dropoutCaseAdvance: (_, { input }, context) => told(context, context.dropoutStages.advance(input)),
  dropoutCaseSkip: (_, { input }, context) => told(context, context.dropoutStages.skip(input)),
  dropoutCaseResolve: (_, { input }, context) => told(context, context.dropoutStages.resolve(input)),
  dropoutCaseClose: (_, { input }, context) => told(context, context.dropoutStages.close(input)),
  dropoutCaseReopen: (_, { input }, context) => told(context, context.dropoutStages.reopen(input)),
};

function sentenceOf(refusal: StageRefusal): Sentence {
  switch (refusal.kind) {
    case 'DropoutCaseNotFound':
      return { zh: '找不到该个案，或不在您的管辖范围内。', en: 'There is no such case in your reach.' };
    case 'DropoutCaseChanged':
      return { zh: '该个案已被他人修改，请核对后重试。', en: 'Somebody has changed the case; look at it again.' };
    case 'DropoutStepNotPossible':
      return { zh: '个案不能从当前阶段转到该阶段。', en: 'No way leads from the stage of the case to that one.' };
    case 'DropoutStepNotYours':
      return { zh: '此步骤不由您这一方办理。', en: 'This step is for others to take.' };
    case 'DropoutStepNeeds':
      return {
        zh: `还缺少办理条件：${refusal.needs.join('、')}。`,
        en: `Something must be there first: ${refusal.needs.join(', ')}.`,
      };
  }
}

function stageError(refusal: StageRefusal, language: Language): Awaited<ResolversTypes['DropoutCaseStageError']> {
  const message = sentenceOf(refusal)[language];
  switch (refusal.kind) {
    case 'DropoutCaseNotFound':
      return refused(refusal.kind, 'dropoutCase', message);
    case 'DropoutCaseChanged':
      return { ...refused(refusal.kind, 'version', message), version: refusal.version };
    case 'DropoutStepNotPossible':
      return { ...refused(refusal.kind, 'to', message), stage: refusal.stage, possible: [...refusal.possible] };
    case 'DropoutStepNotYours':
      return { ...refused(refusal.kind, 'dropoutCase', message), sides: [...refusal.sides] };
    case 'DropoutStepNeeds':
      return { ...refused(refusal.kind, 'dropoutCase', message), needs: [...refusal.needs] };
  }
}
