import type { Term } from '@bureau/calendar';
import { loadKnown, manyByKey, oneByKey, type RequestContext } from '@bureau/subgraph';
import type { AidProgramme } from './aid-programme.entity.ts';
import type { AidRate } from './aid-rate.entity.ts';
import { ProgrammeRepository } from './programme.repository.ts';
import { byStage, type Entitlement, rateFor, ratesInTerm } from './programme.rules.ts';

export class ProgrammeService {
  readonly #county: string;
  readonly #repository: ProgrammeRepository;
  readonly #byCode;
  readonly #ratesOf;

  constructor({ session, actor }: RequestContext) {
    const { county } = actor.scope;
    const repository = new ProgrammeRepository(session);
    this.#county = county;
    this.#repository = repository;
    this.#byCode = oneByKey(
      (codes) => repository.listByCodes(county, codes),
      (programme) => programme.code,
    );
    this.#ratesOf = manyByKey(
      (codes) => repository.listRates(county, codes),
      (rate) => rate.programmeCode,
    );
  }

  list(): Promise<AidProgramme[]> {
    return this.#repository.list(this.#county);
  }

  find(code: string): Promise<AidProgramme | null> {
    return this.#byCode.load(code);
  }

  get(code: string): Promise<AidProgramme> {
    return loadKnown(this.#byCode, code);
  }

  async listRates(programmeCode: string, term: Term | null): Promise<AidRate[]> {
    const rates = byStage(await this.#ratesOf.load(programmeCode));
    return term ? ratesInTerm(rates, term) : rates;
  }

  async rateFor(programmeCode: string, entitlement: Entitlement): Promise<AidRate | null> {
    return rateFor(await this.#ratesOf.load(programmeCode), entitlement);
  }
}
