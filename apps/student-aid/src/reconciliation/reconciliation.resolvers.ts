import type {
  DisbursementBatchResolvers,
  MutationResolvers,
  QueryResolvers,
  ReconciliationWitnessResolvers,
} from '../__generated__/graphql.ts';
import { disbursementAnswer } from '../disbursement/disbursement.resolvers.ts';

export const reconciliationQueries: Pick<QueryResolvers, 'disbursementDisagreements'> = {
  disbursementDisagreements: async (_, _input, { reconciliations, batches }) => {
    const ids = await reconciliations.listDisagreeing();
    const found = await Promise.all(ids.map((id) => batches.find(id)));
    return found.filter((batch) => batch !== null);
  },
};

export const reconciliationMutations: Pick<MutationResolvers, 'disbursementBatchReconcile'> = {
  disbursementBatchReconcile: (_, { input }, context) =>
    disbursementAnswer(context.reconciliations.reconcile(input), context),
};

export const batchReconciliationFields: Pick<DisbursementBatchResolvers, 'reconciliation'> = {
  reconciliation: (batch, _, { reconciliations }) => reconciliations.of(batch),
};

export const witnessFields: Pick<ReconciliationWitnessResolvers, 'payment'> = {
  payment: ({ paymentId }, _, { payments }) => payments.find(paymentId),
};
