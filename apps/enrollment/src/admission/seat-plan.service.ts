import { idInCounty, idsInCounty, readerOf, type RequestContext } from '@bureau/subgraph';
import { SeatPlanRepository } from './seat-plan.repository.ts';

export interface PlanInput {
  school: string;
  stage: string;
  schoolYear: number;
  seats: number;
  document: string;
}

export interface CatchmentInput {
  stage: string;
  township: string;
  schools: readonly string[];
  validFrom: string;
  document: string;
}

/** 招生计划 and 划片: what the county decides before seats are given. */
export class SeatPlanService {
  readonly #request: RequestContext;

  constructor(request: RequestContext) {
    this.#request = request;
  }

  /** False when there is no such school. */
  decide({ school, ...plan }: PlanInput): Promise<boolean> {
    const { county } = this.#request.actor.scope;
    const schoolId = idInCounty(school, county, 'input.school');
    return this.#request.session.transaction(async (manager) => {
      const repository = new SeatPlanRepository(readerOf(manager));
      if (!schoolId || (await repository.countSchools(county, [schoolId])) === 0) return false;
      await repository.decide({ ...plan, countyCode: county, schoolId });
      return true;
    });
  }

  /** False when one of the schools is none. */
  draw({ schools, township, ...catchment }: CatchmentInput): Promise<boolean> {
    const { county } = this.#request.actor.scope;
    const schoolIds = [...new Set(idsInCounty(schools, county, 'input.schools'))];
    return this.#request.session.transaction(async (manager) => {
      const repository = new SeatPlanRepository(readerOf(manager));
      if (schoolIds.length < schools.length || (await repository.countSchools(county, schoolIds)) < schoolIds.length)
        return false;
      await repository.draw({ ...catchment, countyCode: county, townshipCode: township, schoolIds });
      return true;
    });
  }
}
