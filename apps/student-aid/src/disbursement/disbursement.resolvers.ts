import { formatYuan } from '@bureau/money';
import { formatGlobalId } from '@bureau/subgraph';
import type {
  DisbursementBatchFilter,
  DisbursementBatchResolvers,
  DisbursementFundingResolvers,
  DisbursementSchoolResolvers,
  MutationResolvers,
  PaymentResolvers,
  QueryResolvers,
} from '../__generated__/graphql.ts';
import { termArgument } from '../calendar/term.resolvers.ts';
import type { Context } from '../context.ts';
import { disbursementError } from './disbursement-errors.resolvers.ts';
import type { BatchOutcome } from './disbursement-list.service.ts';
import type { DisbursementRefusal } from './disbursement-sentence.ts';
import type { BatchCriteria } from './disbursement.repository.ts';
import { isOverdue } from './disbursement.rules.ts';

function criteriaOf(filter: DisbursementBatchFilter | null | undefined): BatchCriteria {
  const { programmes, states, term, dueBy } = filter ?? {};
  return {
    programmeCodes: programmes ?? null,
    states: states ?? null,
    dueBy: dueBy ?? null,
    ...(term == null ? {} : termArgument(term, 'filter.term')),
  };
}

/** The batch as the act has left it, and why it was refused. */
export async function disbursementAnswer(outcome: Promise<BatchOutcome<DisbursementRefusal>>, context: Context) {
  const { batchId, refusals } = await outcome;
  const userErrors = await Promise.all(refusals.map((refusal) => disbursementError(refusal, context)));
  return { disbursementBatch: batchId ? await context.batches.findAnew(batchId) : null, userErrors };
}

type Acts = Pick<MutationResolvers, Extract<keyof MutationResolvers, `disbursementBatch${string}`>>;

export const disbursementQueries: Pick<
  QueryResolvers,
  'disbursementBatch' | 'disbursementBatches' | 'disbursementBatchGroups'
> = {
  disbursementBatch: (_, { id }, { batches }) => batches.findByGlobalId(id),
  disbursementBatches: (_, { filter, orderBy, ...page }, { batches }) =>
    batches.list(criteriaOf(filter), orderBy, page),
  disbursementBatchGroups: (_, { filter, groupBy }, { batches }) => batches.countGroups(criteriaOf(filter), groupBy),
};

export const disbursementMutations: Omit<Required<Acts>, 'disbursementBatchReconcile'> = {
  disbursementBatchCreate: (_, { input }, context) =>
    disbursementAnswer(context.lists.create({ ...input, term: termArgument(input.term, 'input.term') }), context),
  disbursementBatchRefresh: (_, { input }, context) => disbursementAnswer(context.lists.refresh(input), context),
  disbursementBatchLock: (_, { input }, context) => disbursementAnswer(context.disbursements.lock(input), context),
  disbursementBatchReopen: (_, { input }, context) => disbursementAnswer(context.disbursements.reopen(input), context),
  disbursementBatchConfirm: (_, { input }, context) =>
    disbursementAnswer(context.confirmations.confirm(input), context),
  disbursementBatchAudit: (_, { input }, context) => disbursementAnswer(context.disbursements.audit(input), context),
  disbursementBatchApprove: (_, { input }, context) =>
    disbursementAnswer(context.disbursements.approve(input), context),
  disbursementBatchSubmit: (_, { input }, context) => disbursementAnswer(context.disbursements.submit(input), context),
  disbursementBatchSendBack: (_, { input }, context) =>
    disbursementAnswer(context.disbursements.sendBack(input), context),
  disbursementBatchCancel: (_, { input }, context) => disbursementAnswer(context.disbursements.cancel(input), context),
  disbursementBatchWaive: (_, { input }, context) => disbursementAnswer(context.disbursements.waive(input), context),
  disbursementBatchSend: (_, { input }, context) => disbursementAnswer(context.bankFiles.send(input), context),
  disbursementBatchResend: (_, { input }, context) => disbursementAnswer(context.bankFiles.resend(input), context),
  disbursementBatchArchive: (_, { input }, context) =>
    disbursementAnswer(context.disbursements.archive(input), context),
};

export const disbursementBatchFields: Pick<
  DisbursementBatchResolvers,
  | '__resolveReference'
  | 'id'
  | 'programme'
  | 'term'
  | 'declaredAmount'
  | 'declaredAmountFen'
  | 'paymentAmount'
  | 'isOverdue'
  | 'schools'
  | 'funding'
  | 'steps'
  | 'viewerMayApprove'
> = {
  __resolveReference: ({ id }, { batches }) => batches.findByGlobalId(id),
  id: ({ countyCode, id }) => formatGlobalId({ county: countyCode, id }),
  programme: ({ programmeCode }, _, { programmes }) => programmes.get(programmeCode),
  term: ({ schoolYear, season }) => ({ schoolYear, season }),
  declaredAmount: ({ declaredFen }) => formatYuan(BigInt(declaredFen)),
  declaredAmountFen: ({ declaredFen }) => declaredFen,
  paymentAmount: ({ paymentFen }) => formatYuan(BigInt(paymentFen)),
  isOverdue: (batch, _, { today }) => isOverdue(batch, today),
  schools: (batch, _, { batches }) => batches.schools(batch),
  funding: (batch, _, { batches }) => batches.funding(batch),
  steps: (batch, _, { batches }) => batches.steps(batch),
  viewerMayApprove: (batch, _, { batches }) => batches.viewerMayApprove(batch),
};

export const disbursementSchoolFields: Pick<DisbursementSchoolResolvers, 'school' | 'amountFen'> = {
  school: ({ countyCode, schoolId }) => ({ county: countyCode, id: schoolId }),
  amountFen: ({ paymentFen }) => paymentFen,
};

export const disbursementFundingFields: Pick<DisbursementFundingResolvers, 'fund'> = {
  fund: ({ fundId }, _, { funds }) => funds.get(fundId),
};

export const paymentBatchFields: Pick<PaymentResolvers, 'batch'> = {
  batch: ({ batchId }, _, { batches }) => (batchId ? batches.find(batchId) : null),
};
