import type { Sealer } from '@bureau/access';
import type { RequestContext } from '@bureau/subgraph';
import { AuditFindingService } from './audit/audit-finding.service.ts';
import { AuditService } from './audit/audit.service.ts';
import { BankFileService } from './bank-file/bank-file.service.ts';
import { DisbursementBatchService } from './disbursement/disbursement-batch.service.ts';
import { DisbursementConfirmationService } from './disbursement/disbursement-confirmation.service.ts';
import { DisbursementListService } from './disbursement/disbursement-list.service.ts';
import { DisbursementService } from './disbursement/disbursement.service.ts';
import { FundReceiptService } from './fund/fund-receipt.service.ts';
import { FundService } from './fund/fund.service.ts';
import { ReconciliationService } from './reconciliation/reconciliation.service.ts';
import { RepairService } from './repair/repair.service.ts';

/** The services of the money side of the office: funds, batches, the pre-audit. */
export interface MoneyServices {
  funds: FundService;
  fundReceipts: FundReceiptService;
  findings: AuditFindingService;
  batches: DisbursementBatchService;
  lists: DisbursementListService;
  confirmations: DisbursementConfirmationService;
  disbursements: DisbursementService;
  bankFiles: BankFileService;
  repairs: RepairService;
  reconciliations: ReconciliationService;
}

export function moneyServices(request: RequestContext, now: () => Date, sealer: Sealer): MoneyServices {
  const audit = new AuditService();
  return {
    funds: new FundService(request),
    fundReceipts: new FundReceiptService(request, now),
    findings: new AuditFindingService(request, now, audit),
    batches: new DisbursementBatchService(request),
    lists: new DisbursementListService(request, now),
    confirmations: new DisbursementConfirmationService(request, now),
    disbursements: new DisbursementService(request, now, audit),
    bankFiles: new BankFileService(request, now, sealer),
    repairs: new RepairService(request, now),
    reconciliations: new ReconciliationService(request, now),
  };
}
