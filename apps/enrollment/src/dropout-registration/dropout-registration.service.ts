import { idInCounty, oneByKey, once, readerOf, type RequestContext } from '@bureau/subgraph';
import { DropoutStandingRepository } from '../dropout-case/dropout-standing.repository.ts';
import type { DropoutRegistration, ChildWhereabouts } from './dropout-registration.entity.ts';
import { DropoutRegistrationRepository } from './dropout-registration.repository.ts';
import { type RegistrationRefusal, registrationRefusals } from './dropout-registration.rules.ts';

export interface RegistrationInput {
  dropoutCase: string;
  version: number;
  whereabouts: ChildWhereabouts;
  workPlace?: string | null;
  schoolOpinion: string;
  villageOpinion?: string | null;
  townshipOpinion?: string | null;
  bureauOpinion?: string | null;
  idempotencyKey?: string | null;
}

export interface RegistrationOutcome {
  dropoutCaseId: string | null;
  refusals: RegistrationRefusal[];
}

export class DropoutRegistrationService {
  readonly #request: RequestContext;
  readonly #today: string;
  readonly #ofCase;

  constructor(request: RequestContext, today: string) {
    const repository = new DropoutRegistrationRepository(request.session);
    this.#request = request;
    this.#today = today;
    this.#ofCase = oneByKey<DropoutRegistration>(
      (ids) => repository.listOfCases(request.actor.scope.county, ids),
      ({ dropoutCaseId }) => dropoutCaseId,
    );
  }

  findOfCase(dropoutCaseId: string): Promise<DropoutRegistration | null> {
    return this.#ofCase.load(dropoutCaseId);
  }

  /** Writes the page (辍学登记表), or writes it anew. */
  write(input: RegistrationInput): Promise<RegistrationOutcome> {
    const { actor, session } = this.#request;
    const { county: countyCode } = actor.scope;
    const id = idInCounty(input.dropoutCase, countyCode, 'input.dropoutCase');
    this.#ofCase.clearAll();
    return session.transaction((manager) =>
      once(manager, actor, { operation: 'dropoutRegistrationWrite', key: input.idempotencyKey, input }, async () => {
        const reader = readerOf(manager);
        const dropoutCase = id ? await new DropoutStandingRepository(reader).findForUpdate(countyCode, id) : null;
        if (!dropoutCase) return { dropoutCaseId: null, refusals: [{ kind: 'DropoutCaseNotFound' }] };
        const forms = new DropoutRegistrationRepository(reader);
        const [before] = await forms.listOfCases(countyCode, [dropoutCase.id]);
        const refusals = registrationRefusals(input, before?.version ?? 0);
        if (refusals.length > 0) return { dropoutCaseId: dropoutCase.id, refusals };
        const { whereabouts, workPlace, schoolOpinion, villageOpinion, townshipOpinion, bureauOpinion } = input;
        await forms.write({
          countyCode,
          dropoutCaseId: dropoutCase.id,
          whereabouts,
          workPlace: workPlace ?? null,
          schoolOpinion,
          villageOpinion: villageOpinion ?? before?.villageOpinion ?? null,
          townshipOpinion: townshipOpinion ?? before?.townshipOpinion ?? null,
          bureauOpinion: bureauOpinion ?? before?.bureauOpinion ?? null,
          filledOn: this.#today,
          version: (before?.version ?? 0) + 1,
        });
        return { dropoutCaseId: dropoutCase.id, refusals };
      }),
    );
  }
}
