import { loadKnown, oneByKey, type RequestContext } from '@bureau/subgraph';
import type { Township } from './township.entity.ts';
import { TownshipRepository } from './township.repository.ts';

export class TownshipService {
  readonly #repository: TownshipRepository;
  readonly #townships;

  constructor({ session, actor }: RequestContext) {
    this.#repository = new TownshipRepository(session);
    this.#townships = oneByKey(
      (codes) => this.#repository.listByCodes(actor.scope.county, codes),
      (township) => township.code,
    );
  }

  find(code: string): Promise<Township | null> {
    return this.#townships.load(code);
  }

  get(code: string): Promise<Township> {
    return loadKnown(this.#townships, code);
  }

  list(countyCode: string): Promise<Township[]> {
    return this.#repository.list(countyCode);
  }
}
