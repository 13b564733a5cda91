import { oneByKey, type RequestContext } from '@bureau/subgraph';
import { IncentiveRepository } from './incentive.repository.ts';
import { type EarnedItem, type EarningRule, incentiveScore } from './teacher.rules.ts';

export interface IncentiveScore {
  year: number;
  points: number;
  items: EarnedItem[];
}

/** What a teacher's year earned, and why. */
export class IncentiveService {
  readonly #merits;
  readonly #repository: IncentiveRepository;
  #rules: Promise<EarningRule[]> | undefined;

  constructor(request: RequestContext) {
    const repository = new IncentiveRepository(request.session, request.actor.scope.county);
    this.#repository = repository;
    this.#merits = oneByKey(
      (keys) => repository.listMerits(keys),
      ({ key }) => key,
    );
  }

  async score(teacherId: string, year: number): Promise<IncentiveScore> {
    this.#rules ??= this.#repository.listRules();
    const [rules, found] = await Promise.all([this.#rules, this.#merits.load(`${teacherId} ${year}`)]);
    const items = incentiveScore(found?.merits ?? [], rules, `${year}-12-31`);
    return { year, points: items.reduce((sum, { points }) => sum + points, 0), items };
  }
}
