import { STAGES, type Stage } from '@bureau/codes';
import type { RequestContext } from '@bureau/subgraph';
import { FUND_SOURCES, type FundSource } from '../fund/fund.entity.ts';
import { AidBreakdownRepository, type BreakdownKeys } from './aid-breakdown.repository.ts';
import { type AidGroup, type AwardGround, byCode, byGround, inOrderOf } from './aid-breakdown.rules.ts';
import type { Period } from './aid-figures.service.ts';

export type StageAidGroup = AidGroup<Stage>;
export type CategoryAidGroup = AidGroup<AwardGround>;
export type SchoolAidGroup = AidGroup<string>;
export type TownshipAidGroup = AidGroup<string>;
/** Of no source: what no fund is recorded for. */
export type SourceAidGroup = AidGroup<FundSource | null>;

/** What was paid in a period, broken down; each breakdown adds up to the figures of the period. */
export class AidBreakdownService {
  readonly #county: string;
  readonly #repository: AidBreakdownRepository;

  constructor({ session, actor }: RequestContext) {
    this.#county = actor.scope.county;
    this.#repository = new AidBreakdownRepository(session);
  }

  async byStage(period: Period): Promise<StageAidGroup[]> {
    return inOrderOf(await this.#list('STAGE', period), STAGES);
  }

  async byCategory(period: Period): Promise<CategoryAidGroup[]> {
    return byGround(await this.#list('CATEGORY', period));
  }

  async bySchool(period: Period): Promise<SchoolAidGroup[]> {
    return byCode(await this.#list('SCHOOL', period));
  }

  async byTownship(period: Period): Promise<TownshipAidGroup[]> {
    return byCode(await this.#list('TOWNSHIP', period));
  }

  async bySource(period: Period): Promise<SourceAidGroup[]> {
    return inOrderOf(await this.#list('SOURCE', period), FUND_SOURCES);
  }

  #list<By extends keyof BreakdownKeys>(by: By, { from, to }: Period): Promise<AidGroup<BreakdownKeys[By]>[]> {
    return this.#repository.listGroups(by, this.#county, from, to);
  }
}
