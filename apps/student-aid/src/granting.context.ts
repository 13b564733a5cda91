import type { Sealer } from '@bureau/access';
import { EvidenceAssignmentService } from './evidence/evidence-assignment.service.ts';
import { HardshipFilingService } from './hardship/hardship-filing.service.ts';
import { ApplicationFilingService } from './application/application-filing.service.ts';
import { NoticePostingService } from './publicity/notice-posting.service.ts';
import { AwardEffectService } from './award-effect/award-effect.service.ts';
import { RecoveryService } from './recovery/recovery.service.ts';
import { PayeeAccountService } from './payee-account/payee-account.service.ts';
import type { RequestContext } from '@bureau/subgraph';
import { ApplicationService } from './application/application.service.ts';
import { GrantService } from './award/grant.service.ts';
import { GapService } from './entitlement/gap.service.ts';
import { EvidenceListService } from './evidence/evidence-list.service.ts';
import { EvidenceService } from './evidence/evidence.service.ts';
import { HardshipService } from './hardship/hardship.service.ts';
import { ObjectionService } from './publicity/objection.service.ts';
import { PublicityService } from './publicity/publicity.service.ts';
import { ReviewService } from './review/review.service.ts';
import { ServiceStationService } from './service-station/service-station.service.ts';
import { WorkflowService } from './workflow/workflow.service.ts';

/** From a list or a request of a family to an award. */
export function grantingServices(request: RequestContext, today: string, sealer: Sealer) {
  return {
    evidenceAssignment: new EvidenceAssignmentService(request),
    evidence: new EvidenceService(request),
    evidenceLists: new EvidenceListService(request, today, sealer),
    hardshipFiling: new HardshipFilingService(request, today),
    hardship: new HardshipService(request),
    applicationFiling: new ApplicationFilingService(request, today),
    applications: new ApplicationService(request),
    reviews: new ReviewService(request, today),
    noticePosting: new NoticePostingService(request, today),
    publicity: new PublicityService(request),
    objections: new ObjectionService(request, today),
    workflow: new WorkflowService(request),
    stations: new ServiceStationService(request, today),
    grants: new GrantService(request, today),
    effects: new AwardEffectService(request, today),
    recoveries: new RecoveryService(request, today),
    accounts: new PayeeAccountService(request, today, sealer),
    gaps: new GapService(request),
  };
}

export type GrantingServices = ReturnType<typeof grantingServices>;
