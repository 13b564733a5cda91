import type { RequestContext } from '@bureau/subgraph';
import { AidFiguresRepository } from './aid-figures.repository.ts';
import { aidByProgramme, type AidSum, aidSum, type ProgrammeAidSum } from './aid-figures.rules.ts';

export interface AidFigures extends AidSum {
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
    return { ...aidSum(shares), students, byProgramme: aidByProgramme(shares) };
  }
}
