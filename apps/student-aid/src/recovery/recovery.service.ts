import {
  Connection,
  idInCounty,
  manyByKey,
  oneByKey,
  once,
  type PageArguments,
  readerOf,
  type RequestContext,
} from '@bureau/subgraph';
import type { AidRefusal } from '../refusal/refusal.rules.ts';
import { nextState, stepRefusals } from '../workflow/workflow.rules.ts';
import type { RecoveryTask } from './recovery-task.entity.ts';
import {
  RECOVERY_ORDERS,
  type RecoveryCriteria,
  type RecoveryGroup,
  type RecoveryGrouping,
  RecoveryRepository,
} from './recovery.repository.ts';
import { RECOVERY, type RecoveryAct } from './recovery.rules.ts';

export interface RecoveryInput {
  task: string;
  version: number;
  act: RecoveryAct;
  document?: string | null;
  idempotencyKey?: string | null;
}

export type RecoveryConnection = Connection<RecoveryTask>;

/** Aid to be had back. The money's own way back is told by its payment. */
export class RecoveryService {
  readonly #request: RequestContext;
  readonly #today: string;
  readonly #repository: RecoveryRepository;
  readonly #byId;
  readonly #ofAward;

  constructor(request: RequestContext, today: string) {
    const { county } = request.actor.scope;
    const repository = new RecoveryRepository(request.session);
    this.#request = request;
    this.#today = today;
    this.#repository = repository;
    this.#byId = oneByKey(
      (ids) => repository.listByIds(county, ids),
      (task) => task.id,
    );
    this.#ofAward = manyByKey(
      (ids) => repository.listOfAwards(county, ids),
      (task) => task.awardId,
    );
  }

  find(id: string): Promise<RecoveryTask | null> {
    return this.#byId.load(id);
  }

  listOfAward(awardId: string): Promise<RecoveryTask[]> {
    return this.#ofAward.load(awardId);
  }

  list(criteria: RecoveryCriteria, order: keyof typeof RECOVERY_ORDERS, page: PageArguments): RecoveryConnection {
    const { session, actor } = this.#request;
    const rows = this.#repository.matching(actor.scope.county, criteria);
    return new Connection({ reader: session, order: RECOVERY_ORDERS[order], page, rows });
  }

  countGroups(criteria: RecoveryCriteria, grouping: RecoveryGrouping): Promise<RecoveryGroup[]> {
    return this.#repository.countGroups(this.#request.actor.scope.county, criteria, grouping);
  }

  advance(input: RecoveryInput): Promise<{ taskId: string | null; refusals: AidRefusal[] }> {
    const { actor, session } = this.#request;
    const { county } = actor.scope;
    const id = idInCounty(input.task, county, 'input.task');
    this.#byId.clearAll();
    this.#ofAward.clearAll();
    return session.transaction((manager) =>
      once(manager, actor, { operation: 'aidRecoveryAdvance', key: input.idempotencyKey, input }, async () => {
        const tasks = new RecoveryRepository(readerOf(manager));
        const task = id ? await tasks.findForUpdate(county, id) : null;
        if (!task) return { taskId: null, refusals: [{ kind: 'AidSubjectNotFound' }] };
        const step = { act: input.act, version: input.version, note: input.document ?? null };
        const refusals: AidRefusal[] = stepRefusals(RECOVERY, ['RECOVER', 'GIVE_UP', 'WITHDRAW'], task, step);
        const state = nextState(RECOVERY, task.state, input.act);
        if (refusals.length > 0 || !state) return { taskId: task.id, refusals };
        const settledOn = state === 'DEMANDED' ? null : this.#today;
        await tasks.move(task, { state, settledOn, document: input.document ?? task.document });
        return { taskId: task.id, refusals };
      }),
    );
  }
}
