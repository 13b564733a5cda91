import { once, type RequestContext } from '@bureau/subgraph';
import { Store } from '../store.ts';

/** What an act came to: the record it was about, where there is one, and why it was refused, if it was. */
export interface Outcome<Refusal> {
  id: string | null;
  refusals: Refusal[];
}

export interface Act {
  idempotencyKey?: string | null | undefined;
}

interface Cache {
  clearAll: () => unknown;
}

export const refuse = <Refusal>(...refusals: Refusal[]): Outcome<Refusal> => ({ id: null, refusals });

/** Runs an act: one transaction, once for the caller's key; what was read before is read anew. */
export class ActService {
  readonly now: Date;
  readonly today: string;
  readonly #request: RequestContext;
  readonly #caches: Cache[] = [];

  constructor(request: RequestContext, { now, today }: { now: Date; today: string }) {
    this.#request = request;
    this.now = now;
    this.today = today;
  }

  get county(): string {
    return this.#request.actor.scope.county;
  }

  get subject(): string {
    return this.#request.actor.subject;
  }

  /** A cache of rows that acts may change. */
  forgets(...caches: Cache[]): void {
    this.#caches.push(...caches);
  }

  run<Refusal>(
    operation: string,
    input: Act,
    work: (store: Store) => Promise<Outcome<Refusal>>,
  ): Promise<Outcome<Refusal>> {
    const { actor, session } = this.#request;
    for (const cache of this.#caches) cache.clearAll();
    return session.transaction((manager) =>
      once(manager, actor, { operation, key: input.idempotencyKey, input }, () =>
        work(new Store(manager, actor.scope.county)),
      ),
    );
  }
}
