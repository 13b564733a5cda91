import type { RequestContext } from '@bureau/subgraph';
import type { AgeBand } from './age-band.entity.ts';
import { AgeBandRepository } from './age-band.repository.ts';
import { bandOf, type BirthDays, birthDays, cutoffOn } from './age-band.rules.ts';

/** Who is of age in a school year. */
export interface AgeBandOfYear extends AgeBand {
  cutoffOn: string;
  born: BirthDays;
}

export class AgeBandService {
  readonly #county: string;
  readonly #repository: AgeBandRepository;
  #bands: Promise<AgeBand[]> | undefined;

  constructor({ session, actor }: RequestContext) {
    this.#county = actor.scope.county;
    this.#repository = new AgeBandRepository(session);
  }

  /** Null when the county had set no ages by the beginning of the school year. */
  async find(schoolYear: number): Promise<AgeBandOfYear | null> {
    this.#bands ??= this.#repository.list(this.#county);
    const band = bandOf(await this.#bands, schoolYear);
    return band && { ...band, cutoffOn: cutoffOn(band, schoolYear), born: birthDays(band, schoolYear) };
  }
}
