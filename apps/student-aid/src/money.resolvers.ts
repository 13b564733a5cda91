import { auditFindingFields, auditMutations, auditQueries } from './audit/audit.resolvers.ts';
import {
  disbursementBatchFields,
  disbursementFundingFields,
  disbursementMutations,
  disbursementQueries,
  disbursementSchoolFields,
} from './disbursement/disbursement.resolvers.ts';
import {
  fundFields,
  fundGroupFields,
  fundMutations,
  fundQueries,
  fundReceiptFields,
  ledgerEntryFields,
} from './fund/fund.resolvers.ts';
import {
  batchReconciliationFields,
  reconciliationMutations,
  reconciliationQueries,
  witnessFields,
} from './reconciliation/reconciliation.resolvers.ts';
import { repairMutations } from './repair/repair.resolvers.ts';

/** What the money side of the office answers: funds, batches, the pre-audit. */
export const moneyQueries = { ...fundQueries, ...disbursementQueries, ...auditQueries, ...reconciliationQueries };
export const moneyMutations = {
  ...fundMutations,
  ...disbursementMutations,
  ...auditMutations,
  ...repairMutations,
  ...reconciliationMutations,
};
export const moneyTypes = {
  Fund: fundFields,
  FundGroup: fundGroupFields,
  FundReceipt: fundReceiptFields,
  LedgerEntry: ledgerEntryFields,
  DisbursementBatch: { ...disbursementBatchFields, ...batchReconciliationFields },
  ReconciliationWitness: witnessFields,
  DisbursementSchool: disbursementSchoolFields,
  DisbursementFunding: disbursementFundingFields,
  AuditFinding: auditFindingFields,
};
