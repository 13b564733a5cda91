import { badUserInput, type Language, refused, type Sentence } from '@bureau/subgraph';
import type { MutationResolvers, ResolversTypes } from '../__generated__/graphql.ts';
import type { Context } from '../context.ts';
import type { StepRefusal } from './handover.rules.ts';
import type { PersonalAct, StepInput } from './handover-step.service.ts';
import type { PreparationRefusal } from './handover-preparation.service.ts';

const ITEMS_MAX = 200;

async function steps(act: PersonalAct, input: StepInput, context: Context) {
  const { handovers, handoverSteps, language } = context;
  if (input.items.length > ITEMS_MAX)
    throw badUserInput(`At most ${ITEMS_MAX} items at once, not ${input.items.length}.`, 'input.items');
  const rows = await handoverSteps.take(act, input);
  handovers.forget();
  return {
    rows: await Promise.all(
      rows.map(async ({ itemId, refusals }) => ({
        item: itemId ? await handovers.findItem(itemId) : null,
        userErrors: refusals.map((refusal) => stepError(refusal, language)),
      })),
    ),
  };
}

export const handoverMutations: Pick<
  MutationResolvers,
  | 'handoverPrepare'
  | 'handoverItemsSend'
  | 'handoverItemsReceive'
  | 'handoverItemsAcknowledge'
  | 'handoverItemsReturn'
  | 'handoverItemsAssign'
  | 'handoverItemsClose'
  | 'handoverArrivalsCheck'
> = {
  handoverPrepare: async (_, { input }, { handoverPreparation, handovers, language }) => {
    const { handoverId, refusals } = await handoverPreparation.prepare(input);
    const handover = handoverId ? await handovers.find(handoverId) : null;
    return { handover, userErrors: refusals.map((refusal) => preparationError(refusal, language)) };
  },
  handoverItemsSend: (_, { input }, context) => steps('SEND', input, context),
  handoverItemsReceive: (_, { input }, context) => steps('RECEIVE', input, context),
  handoverItemsAcknowledge: (_, { input }, context) => steps('ACKNOWLEDGE', input, context),
  handoverItemsReturn: (_, { input }, context) => steps('RETURN', input, context),
  handoverItemsAssign: (_, { input }, context) => steps('ASSIGN', input, context),
  handoverItemsClose: (_, { input }, context) => steps('CLOSE', input, context),
  handoverArrivalsCheck: async (_, { idempotencyKey }, { arrivalChecks, handovers }) => {
    const { arrived, missing } = await arrivalChecks.check(idempotencyKey ?? null);
    handovers.forget();
    const items = async (ids: string[]) =>
      (await Promise.all(ids.map((id) => handovers.findItem(id)))).filter((item) => item !== null);
    return { arrived: await items(arrived), missing: await items(missing) };
  },
};

function preparationError(
  { kind }: PreparationRefusal,
  language: Language,
): Awaited<ResolversTypes['HandoverPrepareError']> {
  switch (kind) {
    case 'HandoverSenderUnknown': {
      const said = { zh: '找不到该学校，或不是您所在的学校。', en: 'There is no such school, or it is not yours.' };
      return refused(kind, 'fromSchool', said[language]);
    }
    case 'HandoverChildrenUnnamed': {
      const said = { zh: '此类交接须指明班级或学生。', en: 'Name the classes or the children of this hand-over.' };
      return refused(kind, 'students', said[language]);
    }
  }
}

function sentenceOf(refusal: StepRefusal): Sentence {
  switch (refusal.kind) {
    case 'HandoverItemNotFound':
      return { zh: '找不到该交接，或不在您的管辖范围内。', en: 'There is no such hand-over in your reach.' };
    case 'HandoverItemChanged':
      return { zh: '该交接已有新的进展，请核对后重试。', en: 'Somebody took a step; look at it again.' };
    case 'HandoverStepNotPossible':
      return { zh: '当前状态不能办理此步骤。', en: 'The hand-over is not in a state for this step.' };
    case 'HandoverStepNotYours':
      return { zh: '此步骤不由您这一方办理。', en: 'This step is for another side to take.' };
    case 'HandoverDestinationUnfit':
      return {
        zh: '接收学校不存在、已撤并，或就是移交学校。',
        en: 'The receiving school is unknown, closed, or the sender.',
      };
    case 'HandoverNoteMissing':
      return { zh: '退回须说明原因。', en: 'Say why it goes back.' };
  }
}

function stepError(refusal: StepRefusal, language: Language): Awaited<ResolversTypes['HandoverStepError']> {
  const message = sentenceOf(refusal)[language];
  switch (refusal.kind) {
    case 'HandoverItemNotFound':
      return refused(refusal.kind, 'items', message);
    case 'HandoverItemChanged':
      return { ...refused(refusal.kind, 'items', message), version: refusal.version };
    case 'HandoverStepNotPossible':
      return { ...refused(refusal.kind, 'items', message), state: refusal.state, possible: [...refusal.possible] };
    case 'HandoverStepNotYours':
      return { ...refused(refusal.kind, 'items', message), side: refusal.side };
    case 'HandoverDestinationUnfit':
      return refused(refusal.kind, 'toSchool', message);
    case 'HandoverNoteMissing':
      return refused(refusal.kind, 'note', message);
  }
}
