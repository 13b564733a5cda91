import { idInCounty, manyByKey, oneByKey, once, readerOf, type RequestContext } from '@bureau/subgraph';
import type { AidRefusal } from '../refusal/refusal.rules.ts';
import type { AwardEffect } from './award-effect.entity.ts';
import { AwardEffectRepository } from './award-effect.repository.ts';
import { followChildren } from './follow.service.ts';

export interface UndoInput {
  effect: string;
  version: number;
  reason: string;
  idempotencyKey?: string | null;
}

/** What events did to awards, and the undoing of it. */
export class AwardEffectService {
  readonly #request: RequestContext;
  readonly #today: string;
  readonly #byId;
  readonly #ofAward;

  constructor(request: RequestContext, today: string) {
    const { county } = request.actor.scope;
    const repository = new AwardEffectRepository(request.session);
    this.#request = request;
    this.#today = today;
    this.#byId = oneByKey(
      (ids) => repository.listByIds(county, ids),
      (effect) => effect.id,
    );
    this.#ofAward = manyByKey(
      (ids) => repository.listOfAwards(county, ids),
      (effect) => effect.awardId,
    );
  }

  listOfAward(awardId: string): Promise<AwardEffect[]> {
    return this.#ofAward.load(awardId);
  }

  find(id: string): Promise<AwardEffect | null> {
    return this.#byId.load(id);
  }

  /** Undoes an effect: the award becomes what it would be had the event never been told. */
  undo(input: UndoInput): Promise<{ effectId: string | null; refusals: AidRefusal[] }> {
    const { actor, session } = this.#request;
    const { county } = actor.scope;
    const id = idInCounty(input.effect, county, 'input.effect');
    this.#byId.clearAll();
    this.#ofAward.clearAll();
    return session.transaction((manager) =>
      once(manager, actor, { operation: 'aidAwardEffectUndo', key: input.idempotencyKey, input }, async () => {
        const effects = new AwardEffectRepository(readerOf(manager));
        const effect = id ? await effects.findForUpdate(county, id) : null;
        if (!effect) return { effectId: null, refusals: [{ kind: 'AidSubjectNotFound' }] };
        const refusals: AidRefusal[] = [];
        if (effect.version !== input.version) refusals.push({ kind: 'AidSubjectChanged', version: effect.version });
        if (effect.undoneAt) refusals.push({ kind: 'AidStepNotOpen', state: 'UNDONE', steps: [] });
        if (input.reason.trim() === '') refusals.push({ kind: 'AidNoteMissing' });
        if (refusals.length > 0) return { effectId: effect.id, refusals };
        await effects.undo(effect, { by: actor.subject, reason: input.reason });
        await followChildren(manager, [effect.studentId], { county, today: this.#today, isUndo: true });
        return { effectId: effect.id, refusals };
      }),
    );
  }
}
