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

/** What the money side of the office answers: funds, batches, the pre-audit. */
export const moneyQueries = { ...fundQueries, ...disbursementQueries, ...auditQueries };
export const moneyMutations = { ...fundMutations, ...disbursementMutations, ...auditMutations };
export const moneyTypes = {
  Fund: fundFields,
  FundGroup: fundGroupFields,
  FundReceipt: fundReceiptFields,
  LedgerEntry: ledgerEntryFields,
  DisbursementBatch: disbursementBatchFields,
  DisbursementSchool: disbursementSchoolFields,
  DisbursementFunding: disbursementFundingFields,
  AuditFinding: auditFindingFields,
};
