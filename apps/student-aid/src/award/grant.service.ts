import type { Term } from '@bureau/calendar';
import { once, readerOf, type RequestContext } from '@bureau/subgraph';
import { AidTermRepository } from '../aid-term/aid-term.repository.ts';
import { EntitlementRepository } from '../entitlement/entitlement.repository.ts';
import { ProgrammeRepository } from '../programme/programme.repository.ts';
import { type AidRefusal, unfit } from '../refusal/refusal.rules.ts';
import { type GrantCount, GrantRepository } from './grant.repository.ts';

export interface GrantInput {
  term: Term;
  programmes: readonly string[];
  dryRun?: boolean;
  idempotencyKey?: string | null;
}

export interface GrantOutcome {
  counts: GrantCount[];
  refusals: AidRefusal[];
}

/** Turns what is due into awards. */
export class GrantService {
  readonly #request: RequestContext;
  readonly #today: string;

  constructor(request: RequestContext, today: string) {
    this.#request = request;
    this.#today = today;
  }

  grant(input: GrantInput): Promise<GrantOutcome> {
    const { actor, session } = this.#request;
    const { county } = actor.scope;
    return session.transaction((manager) =>
      once(manager, actor, { operation: 'aidAwardsGrant', key: input.idempotencyKey, input }, async () => {
        const refusals = await this.#refusals(input, readerOf(manager));
        if (refusals.length > 0) return { counts: [], refusals };
        const grants = new GrantRepository(manager, county);
        if (input.dryRun) return { counts: await grants.preview(input.term, input.programmes), refusals };
        const counts = await grants.grant(input.term, input.programmes, { day: this.#today, subject: actor.subject });
        await new EntitlementRepository(manager, county).refresh();
        return { counts, refusals };
      }),
    );
  }

  async #refusals({ term, programmes }: GrantInput, reader: ReturnType<typeof readerOf>): Promise<AidRefusal[]> {
    const { county } = this.#request.actor.scope;
    const arranged = await new AidTermRepository(reader).find(county, term);
    const known = await new ProgrammeRepository(reader).listByCodes(county, [...programmes]);
    const refusals: AidRefusal[] = [];
    if (known.length < new Set(programmes).size || programmes.length === 0)
      refusals.push(unfit('programmes', 'PROGRAMME_UNKNOWN'));
    if (!arranged) return [...refusals, unfit('term', 'TERM_NOT_ARRANGED')];
    if (arranged.closedOn !== null) refusals.push({ kind: 'AidStepNotOpen', state: 'TERM_CLOSED', steps: [] });
    if (this.#today < arranged.freezeOn) refusals.push({ kind: 'AidStepNotOpen', state: 'BEFORE_FREEZE', steps: [] });
    return refusals;
  }
}
