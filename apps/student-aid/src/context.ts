import type { Sealer } from '@bureau/access';
import { dayInBeijing } from '@bureau/calendar';
import { SettingService } from '@bureau/settings';
import type { RequestContext } from '@bureau/subgraph';
import { catalogue } from './setting/catalogue.ts';
import { AwardService } from './award/award.service.ts';
import { AidBreakdownService } from './county/aid-breakdown.service.ts';
import { AidFiguresService } from './county/aid-figures.service.ts';
import { type GrantingServices, grantingServices } from './granting.context.ts';
import { type MoneyServices, moneyServices } from './money.context.ts';
import { PaymentService } from './payment/payment.service.ts';
import { ProgrammeService } from './programme/programme.service.ts';
import { RosterService } from './roster/roster.service.ts';

/** What the process lends to every request. */
export interface Surroundings {
  sealer: Sealer;
  now: () => Date;
}

/** What a resolver of this office may use. */
export interface Context extends RequestContext, GrantingServices, MoneyServices {
  sealer: Sealer;
  /** The day in Beijing. */
  today: string;
  roster: RosterService;
  programmes: ProgrammeService;
  awards: AwardService;
  payments: PaymentService;
  figures: AidFiguresService;
  breakdowns: AidBreakdownService;
  settings: SettingService;
}

export function createContext(request: RequestContext, { sealer, now }: Surroundings): Context {
  const today = dayInBeijing(now());
  return {
    ...request,
    sealer,
    today,
    ...grantingServices(request, today, sealer),
    ...moneyServices(request, now, sealer),
    roster: new RosterService(request),
    programmes: new ProgrammeService(request),
    awards: new AwardService(request),
    payments: new PaymentService(request),
    figures: new AidFiguresService(request),
    breakdowns: new AidBreakdownService(request),
    settings: new SettingService(request, catalogue, now),
  };
}
