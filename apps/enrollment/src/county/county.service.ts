import { oneByKey, type RequestContext } from '@bureau/subgraph';
import type { County } from './county.entity.ts';
import { CountyRepository } from './county.repository.ts';

export class CountyService {
  readonly #counties;

  constructor({ session }: RequestContext) {
    const repository = new CountyRepository(session);
    this.#counties = oneByKey(
      (codes) => repository.listByCodes(codes),
      (county) => county.countyCode,
    );
  }

  /** Null when the caller's county is another. */
  find(code: string): Promise<County | null> {
    return this.#counties.load(code);
  }
}
