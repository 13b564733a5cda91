import { loadKnown, oneByKey, type RequestContext } from '@bureau/subgraph';
import { schoolYearWindow } from '../roster/school-year-window.rules.ts';
import type { CountyReference } from './county.reference.ts';
import { CountyRepository } from './county.repository.ts';
import { type InternetPlusFigures, internetPlusFigures } from './county.rules.ts';

export class CountyService {
  readonly #request: RequestContext;
  readonly #today: string;
  readonly #countsOfYear;

  constructor(request: RequestContext, today: string) {
    const repository = new CountyRepository(request.session);
    this.#request = request;
    this.#today = today;
    this.#countsOfYear = oneByKey(
      (years) => {
        const windows = years.map((year) => schoolYearWindow(Number(year), today));
        return repository.countInternetPlus(request.actor.scope.county, windows);
      },
      (counts) => String(counts.schoolYear),
    );
  }

  /** Null when the caller's county is another. */
  find(code: string): CountyReference | null {
    return code === this.#request.actor.scope.county ? { code } : null;
  }

  async internetPlus(schoolYear: number): Promise<InternetPlusFigures> {
    const { untilOn } = schoolYearWindow(schoolYear, this.#today);
    return internetPlusFigures(untilOn, await loadKnown(this.#countsOfYear, String(schoolYear)));
  }
}
