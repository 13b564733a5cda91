import { formatGlobalId, refused } from '@bureau/subgraph';
import type { ResolversTypes } from '../__generated__/graphql.ts';
import type { Context } from '../context.ts';
import { type DisbursementRefusal, said } from './disbursement-sentence.ts';

type DisbursementError = Awaited<ResolversTypes['DisbursementRefusal']>;

/** Why an act was refused, in the caller's language, with the values that a form needs. */
export async function disbursementError(
  refusal: DisbursementRefusal,
  { language, actor, funds }: Pick<Context, 'language' | 'actor' | 'funds'>,
): Promise<DisbursementError> {
  const { field, sentence } = said(refusal);
  const message = sentence[language];
  switch (refusal.kind) {
    case 'DisbursementBatchNotFound':
    case 'DisbursementReasonMissing':
    case 'DisbursementProgrammeUnknown':
    case 'DisbursementProgrammeUnpayable':
    case 'DisbursementTermUnset':
    case 'DisbursementEmpty':
    case 'FundSharesUnfit':
    case 'ApproverMadeBatch':
    case 'SchoolNotInBatch':
    case 'TreasuryDocumentMissing':
    case 'DisbursementNotWaived':
    case 'DisbursementIsWaived':
    case 'BankFileEmpty':
      return refused(refusal.kind, field, message);
    case 'DisbursementBatchChanged':
      return { ...refused(refusal.kind, field, message), version: refusal.version };
    case 'DisbursementBatchStateUnfit':
      return { ...refused(refusal.kind, field, message), state: refusal.state };
    case 'DeclaredTotalsDiffer':
    case 'SchoolTotalsDiffer':
      return { ...refused(refusal.kind, field, message), count: refusal.count, amountFen: refusal.amountFen };
    case 'FundNotOfProgramme': {
      const ids = refusal.fundIds.map((id) => formatGlobalId({ county: actor.scope.county, id }));
      return { ...refused(refusal.kind, field, message), funds: ids };
    }
    case 'BankTemplateUnknown':
      return { ...refused(refusal.kind, field, message), known: [...refusal.known] };
    case 'DisbursementNotReconciled':
      return { ...refused(refusal.kind, field, message), witnesses: refusal.witnesses };
    case 'PayeeAccountsMissing':
    case 'DisbursementOutdated':
      return { ...refused(refusal.kind, field, message), payments: refusal.payments };
    case 'DisbursementBlocked':
      return { ...refused(refusal.kind, field, message), findings: refusal.findings };
    case 'FundsInsufficient': {
      const { fundId, shortfallFen } = refusal;
      return { ...refused(refusal.kind, field, message), fund: await funds.get(fundId), shortfallFen };
    }
    case 'DisbursementPaidInFuture':
      return { ...refused(refusal.kind, field, message), today: refusal.today };
  }
}
