import { refused, type Language, type Sentence } from '@bureau/subgraph';
import type { MutationResolvers, ResolversTypes } from '../__generated__/graphql.ts';
import type { Context } from '../context.ts';
import type { PaymentRefusal } from '../payment/payment-act.rules.ts';
import type { RepairOutcome } from './repair.service.ts';

const SENTENCES: Record<PaymentRefusal['kind'], Sentence> = {
  PaymentNotFound: { zh: '找不到该笔发放，或不在您的管辖范围内。', en: 'There is no such payment in your reach.' },
  PaymentChanged: { zh: '该笔发放已有变动，请核对后重试。', en: 'The payment has changed; look at it again.' },
  PaymentStateUnfit: { zh: '该笔发放当前状态不能办理此操作。', en: 'The act does not lead on from its state.' },
  PaymentReasonMissing: { zh: '请说明理由。', en: 'Give the reason.' },
  PaymentOutsideBatch: { zh: '该笔发放不属于任何批次。', en: 'The payment is in no batch.' },
};

function paymentError(refusal: PaymentRefusal, language: Language): Awaited<ResolversTypes['PaymentRefusal']> {
  const message = SENTENCES[refusal.kind][language];
  switch (refusal.kind) {
    case 'PaymentNotFound':
    case 'PaymentOutsideBatch':
      return refused(refusal.kind, 'payment', message);
    case 'PaymentReasonMissing':
      return refused(refusal.kind, 'reason', message);
    case 'PaymentChanged':
      return { ...refused(refusal.kind, 'version', message), version: refusal.version };
    case 'PaymentStateUnfit':
      return { ...refused(refusal.kind, 'payment', message), state: refusal.state };
  }
}

async function answer(outcome: Promise<RepairOutcome>, { payments, language }: Context) {
  const { paymentId, refusals } = await outcome;
  const userErrors = refusals.map((refusal) => paymentError(refusal, language));
  return { payment: paymentId ? await payments.findAnew(paymentId) : null, userErrors };
}

type Acts = 'paymentCorrect' | 'paymentAbandon' | 'paymentRefund' | 'paymentReclaim';

export const repairMutations: Pick<MutationResolvers, Acts> = {
  paymentCorrect: (_, { input }, context) => answer(context.repairs.do(['correct', 'paymentCorrect'], input), context),
  paymentAbandon: (_, { input }, context) => answer(context.repairs.do(['abandon', 'paymentAbandon'], input), context),
  paymentRefund: (_, { input }, context) => answer(context.repairs.do(['refund', 'paymentRefund'], input), context),
  paymentReclaim: (_, { input }, context) => answer(context.repairs.do(['reclaim', 'paymentReclaim'], input), context),
};
