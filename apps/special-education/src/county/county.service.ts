import type { AgeBandOfYear } from '../age-band/age-band.service.ts';
import type { DisabledChildService } from '../disabled-child/disabled-child.service.ts';
import { type Figures, figuresOf } from './figures.rules.ts';

/** Figures as they were counted: on which day, over which ages. */
export interface DatedFigures extends Figures {
  asOf: string;
  ageBand: AgeBandOfYear;
}

export class CountyService {
  readonly #disabledChildren: DisabledChildService;

  constructor(disabledChildren: DisabledChildService) {
    this.#disabledChildren = disabledChildren;
  }

  async getFigures(ageBand: AgeBandOfYear, asOf: string): Promise<DatedFigures> {
    const criteria = { asOf, born: ageBand.born, includesMovedOut: true };
    const counts = await this.#disabledChildren.countGroups(criteria, 'PLACEMENT_KIND');
    return { ...figuresOf(counts), asOf, ageBand };
  }
}
