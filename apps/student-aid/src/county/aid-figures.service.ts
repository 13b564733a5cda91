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
    const rows = await this.#repository.listPaidShares(this.#county, from, to);
    const shares = rows.map((row) => ({ ...row, amountFen: BigInt(row.amountFen) }));
    return { ...aidSum(shares), students: rows[0]?.students ?? 0, byProgramme: aidByProgramme(shares) };
  }
}
