import { dayInBeijing } from '@bureau/calendar';
import { idInCounty, once, readerOf, type RequestContext, type Session } from '@bureau/subgraph';
import type { DisbursementBatch } from './disbursement-batch.entity.ts';
import { DisbursementFundsRepository } from './disbursement-funds.repository.ts';
import { DisbursementListRepository } from './disbursement-list.repository.ts';
import type { BatchOutcome } from './disbursement-list.service.ts';
import { DisbursementRepository } from './disbursement.repository.ts';
import { actRefusals, type BatchAct, BATCH_TRANSITIONS, type BatchRefusal } from './disbursement.rules.ts';

export interface ActInput {
  batch: string;
  version: number;
  reason?: string | null;
  idempotencyKey?: string | null;
}

type Manager = Parameters<Parameters<Session['transaction']>[0]>[0];

/** What an act works with: the batch, locked, and what may be done about it in the same transaction. */
export interface BatchWork {
  manager: Manager;
  batch: DisbursementBatch;
  lists: DisbursementListRepository;
  funds: DisbursementFundsRepository;
  batches: DisbursementRepository;
  by: { recordedBy: string; recordedAt: Date };
  today: string;
}

/** Why the act is refused after all, or what changes about the batch. */
export type Decision = { refusals: BatchRefusal[] } | { changes: Partial<DisbursementBatch> };

export const refuse = (...refusals: BatchRefusal[]): Decision => ({ refusals });
export const change = (changes: Partial<DisbursementBatch> = {}): Decision => ({ changes });

/** Does one act with one batch: locks it, decides, writes the new state and the step, all or nothing. */
export class DisbursementActService {
  readonly #request: RequestContext;
  readonly #now: () => Date;

  constructor(request: RequestContext, now: () => Date) {
    this.#request = request;
    this.#now = now;
  }

  do(
    [act, operation]: readonly [BatchAct, string],
    input: ActInput,
    decide: (work: BatchWork) => Promise<Decision>,
  ): Promise<BatchOutcome> {
    const { actor, session } = this.#request;
    const { county } = actor.scope;
    const id = idInCounty(input.batch, county, 'input.batch');
    const by = { recordedBy: actor.subject, recordedAt: this.#now() };
    return session.transaction((manager) =>
      once(manager, actor, { operation, key: input.idempotencyKey, input }, async () => {
        const batches = new DisbursementRepository(readerOf(manager));
        const batch = id ? await batches.findForUpdate(county, id) : null;
        if (!batch) return { batchId: null, refusals: [{ kind: 'DisbursementBatchNotFound' }] };
        const unfit = actRefusals(batch, act, input);
        if (unfit.length > 0) return { batchId: batch.id, refusals: unfit };

        const [lists, funds] = [new DisbursementListRepository(manager), new DisbursementFundsRepository(manager)];
        const today = dayInBeijing(by.recordedAt);
        const decision = await decide({ manager, batch, lists, funds, batches, by, today });
        if ('refusals' in decision && decision.refusals.length > 0)
          return { batchId: batch.id, refusals: decision.refusals };

        const changes = 'changes' in decision ? decision.changes : {};
        const reason = input.reason ?? null;
        const done = { act, doneBy: by.recordedBy, roles: [...actor.roles], doneAt: by.recordedAt, reason };
        await batches.step(batch, { state: BATCH_TRANSITIONS[act].to, ...changes }, done);
        return { batchId: batch.id, refusals: [] };
      }),
    );
  }
}
