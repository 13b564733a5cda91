import type { RequestContext } from '@bureau/subgraph';
import { AidFiguresRepository } from './aid-figures.repository.ts';
import { aidByProgramme, type AidSum, aidSum, type ProgrammeAidSum } from './aid-figures.rules.ts';

/** Days, both included. */
export interface Period {
  from: string;
  to: string;
}

export interface AidFigures extends AidSum {
  period: Period;
  students: number;
  byProgramme: ProgrammeAidSum[];
}

export class AidFiguresService {
  readonly #county: string;
  readonly #repository: AidFiguresRepository;

  constructor({ session, actor }: RequestContext) {
    this.#county = actor.scope.county;
    this.#repository = new AidFiguresRepository(session);
  }

  async paidBetween(from: string, to: string): Promise<AidFigures> {
    const { shares, students } = await this.#repository.getPaidBetween(this.#county, from, to);
    return { ...aidSum(shares), period: { from, to }, students, byProgramme: aidByProgramme(shares) };
  }
}
