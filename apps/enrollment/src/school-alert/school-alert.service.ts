import { idInCounty, manyByKey, once, readerOf, type RequestContext } from '@bureau/subgraph';
import type { SchoolAlert } from './school-alert.entity.ts';
import { SchoolAlertRepository } from './school-alert.repository.ts';

export interface AnswerInput {
  alert: string;
  version: number;
  answer: string;
  idempotencyKey?: string | null;
}

export interface AnswerOutcome {
  alert: SchoolAlert | null;
  refusals: { kind: 'SchoolAlertNotOpen' | 'SchoolAlertAnswerMissing' }[];
}

export class SchoolAlertService {
  readonly #request: RequestContext;
  readonly #today: string;
  readonly #ofCase;

  constructor(request: RequestContext, today: string) {
    const repository = new SchoolAlertRepository(request.session);
    this.#request = request;
    this.#today = today;
    this.#ofCase = manyByKey<SchoolAlert>(
      (ids) => repository.listOfCases(request.actor.scope.county, ids),
      ({ dropoutCaseId }) => dropoutCaseId,
    );
  }

  listOfCase(dropoutCaseId: string): Promise<SchoolAlert[]> {
    return this.#ofCase.load(dropoutCaseId);
  }

  answer(input: AnswerInput): Promise<AnswerOutcome> {
    const { actor, session } = this.#request;
    const { county } = actor.scope;
    const id = idInCounty(input.alert, county, 'input.alert');
    this.#ofCase.clearAll();
    return session.transaction((manager) =>
      once(manager, actor, { operation: 'schoolAlertAnswer', key: input.idempotencyKey, input }, async () => {
        const alerts = new SchoolAlertRepository(readerOf(manager));
        const alert = id ? await alerts.findForUpdate(county, id) : null;
        if (!alert || alert.answeredOn !== null || alert.version !== input.version)
          return { alert, refusals: [{ kind: 'SchoolAlertNotOpen' }] };
        if (input.answer.trim() === '') return { alert, refusals: [{ kind: 'SchoolAlertAnswerMissing' }] };
        await alerts.answer(alert, input.answer, this.#today);
        return {
          alert: { ...alert, answer: input.answer, answeredOn: this.#today, version: alert.version + 1 },
          refusals: [],
        };
      }),
    );
  }
}
