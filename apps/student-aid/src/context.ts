import type { Sealer } from '@bureau/access';
import { dayInBeijing } from '@bureau/calendar';
import type { RequestContext } from '@bureau/subgraph';
import { AwardService } from './award/award.service.ts';
import { AidFiguresService } from './county/aid-figures.service.ts';
import { FundReceiptService } from './fund/fund-receipt.service.ts';
import { FundService } from './fund/fund.service.ts';
import { type GrantingServices, grantingServices } from './granting.context.ts';
import { PaymentService } from './payment/payment.service.ts';
import { ProgrammeService } from './programme/programme.service.ts';
import { RosterService } from './roster/roster.service.ts';

/** What the process lends to every request. */
export interface Surroundings {
  sealer: Sealer;
  now: () => Date;
}

/** What a resolver of this office may use. */
export interface Context extends RequestContext, GrantingServices {
  sealer: Sealer;
  /** The day in Beijing. */
  today: string;
  roster: RosterService;
  programmes: ProgrammeService;
  awards: AwardService;
  payments: PaymentService;
  funds: FundService;
  fundReceipts: FundReceiptService;
  figures: AidFiguresService;
}

export function createContext(request: RequestContext, { sealer, now }: Surroundings): Context {
  const today = dayInBeijing(now());
  return {
    ...request,
    sealer,
    today,
    ...grantingServices(request, today, sealer),
    roster: new RosterService(request),
    programmes: new ProgrammeService(request),
    awards: new AwardService(request),
    payments: new PaymentService(request),
    funds: new FundService(request),
    fundReceipts: new FundReceiptService(request, now),
    figures: new AidFiguresService(request),
  };
}
