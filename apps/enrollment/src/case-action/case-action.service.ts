import { idInCounty, manyByKey, newId, once, readerOf, type RequestContext } from '@bureau/subgraph';
import { DropoutStandingRepository } from '../dropout-case/dropout-standing.repository.ts';
import type { CaseAction } from './case-action.entity.ts';
import { CaseActionRepository } from './case-action.repository.ts';
import {
  type ActionAsked,
  type ActionRefusal,
  actionRefusals,
  type Channel,
  type Referral,
} from './case-action.rules.ts';

export interface ActionInput {
  dropoutCase: string;
  happenedOn: string;
  channel: Channel;
  place?: string | null;
  participants?: readonly string[] | null;
  guardianAttitude?: string | null;
  studentWish?: string | null;
  commitment?: string | null;
  referral?: Referral | null;
  words: string;
  idempotencyKey?: string | null;
}

export interface ActionOutcome {
  dropoutCaseId: string | null;
  refusals: ActionRefusal[];
}

export class CaseActionService {
  readonly #request: RequestContext;
  readonly #today: string;
  readonly #now: Date;
  readonly #ofCase;

  constructor(request: RequestContext, { today, now }: { today: string; now: Date }) {
    const repository = new CaseActionRepository(request.session);
    this.#request = request;
    this.#today = today;
    this.#now = now;
    this.#ofCase = manyByKey<CaseAction>(
      (ids) => repository.listOfCases(request.actor.scope.county, ids),
      ({ dropoutCaseId }) => dropoutCaseId,
    );
  }

  listOfCase(dropoutCaseId: string): Promise<CaseAction[]> {
    return this.#ofCase.load(dropoutCaseId);
  }

  record(kind: ActionAsked['kind'], input: ActionInput): Promise<ActionOutcome> {
    const { actor, session } = this.#request;
    const { county: countyCode } = actor.scope;
    const id = idInCounty(input.dropoutCase, countyCode, 'input.dropoutCase');
    this.#ofCase.clearAll();
    return session.transaction((manager) =>
      once(manager, actor, { operation: `dropoutCase${kind}`, key: input.idempotencyKey, input }, async () => {
        const reader = readerOf(manager);
        const dropoutCase = id ? await new DropoutStandingRepository(reader).findForUpdate(countyCode, id) : null;
        if (!dropoutCase) return { dropoutCaseId: null, refusals: [{ kind: 'DropoutCaseNotFound' }] };
        const { happenedOn, words } = input;
        const participants = [...(input.participants ?? [])];
        const referral = kind === 'REFERRAL' ? (input.referral ?? null) : null;
        const asked = { kind, happenedOn, words, participants, referral };
        const refusals = actionRefusals(asked, { lastSeenOn: dropoutCase.lastSeenOn, today: this.#today });
        if (refusals.length > 0) return { dropoutCaseId: dropoutCase.id, refusals };
        await new CaseActionRepository(reader).insert([
          {
            ...asked,
            countyCode,
            id: newId(),
            dropoutCaseId: dropoutCase.id,
            channel: input.channel,
            place: input.place ?? null,
            guardianAttitude: input.guardianAttitude ?? null,
            studentWish: input.studentWish ?? null,
            commitment: input.commitment ?? null,
            fromStage: null,
            toStage: null,
            approvedBy: null,
            recordedBy: actor.subject,
            recordedAt: this.#now,
          },
        ]);
        return { dropoutCaseId: dropoutCase.id, refusals };
      }),
    );
  }
}
