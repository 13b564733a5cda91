import type { RequestContext } from '@bureau/subgraph';
import { AwardService } from './award/award.service.ts';
import { AidFiguresService } from './county/aid-figures.service.ts';
import { PaymentService } from './payment/payment.service.ts';
import { ProgrammeService } from './programme/programme.service.ts';
import { RosterService } from './roster/roster.service.ts';

/** What a resolver of this office may use. */
export interface Context extends RequestContext {
  roster: RosterService;
  programmes: ProgrammeService;
  awards: AwardService;
  payments: PaymentService;
  figures: AidFiguresService;
}

export function createContext(request: RequestContext): Context {
  return {
    ...request,
    roster: new RosterService(request),
    programmes: new ProgrammeService(request),
    awards: new AwardService(request),
    payments: new PaymentService(request),
    figures: new AidFiguresService(request),
  };
}
