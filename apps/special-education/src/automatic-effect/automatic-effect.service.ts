import { Connection, idInCounty, manyByKey, oneByKey, type PageArguments, type RequestContext } from '@bureau/subgraph';
import { type Act, type ActService, type Outcome, refuse } from '../act/act.service.ts';
import type { DisabledChild } from '../disabled-child/disabled-child.entity.ts';
import { moveDuty } from '../duty/duty-move.service.ts';
import {
  type Changed,
  type NotFound,
  notFound,
  type ReasonMissing,
  silence,
  staleness,
} from '../refusal/refusal.rules.ts';
import type { Store } from '../store.ts';
import type { AutomaticEffect } from './automatic-effect.entity.ts';
import {
  APPLIED_DESC,
  type AutomaticEffectCriteria,
  AutomaticEffectRepository,
} from './automatic-effect.repository.ts';
import { endPlacementOn } from './write-effect.service.ts';

export interface UndoInput extends Act {
  automaticEffect: string;
  version: number;
  reason: string;
}
export type UndoRefusal =
  NotFound | Changed | ReasonMissing | { kind: 'EffectAlreadyUndone' } | { kind: 'EffectOvertaken' };

export type AutomaticEffectConnection = Connection<AutomaticEffect>;

export class AutomaticEffectService {
  readonly #acts: ActService;
  readonly #session: RequestContext['session'];
  readonly #repository: AutomaticEffectRepository;
  readonly #byId;
  readonly #ofChild;

  constructor({ session }: RequestContext, acts: ActService) {
    const repository = new AutomaticEffectRepository(session);
    this.#acts = acts;
    this.#session = session;
    this.#repository = repository;
    this.#byId = oneByKey(
      (ids) => repository.listByIds(acts.county, ids),
      ({ id }) => id,
    );
    this.#ofChild = manyByKey(
      (ids) => repository.listOfChildren(acts.county, ids),
      ({ childId }) => childId,
    );
    acts.forgets(this.#byId, this.#ofChild);
  }

  find = (id: string) => this.#byId.load(id);
  listOfChild = (childId: string) => this.#ofChild.load(childId);

  async findByGlobalId(globalId: string): Promise<AutomaticEffect | null> {
    const id = idInCounty(globalId, this.#acts.county, 'id');
    return id ? this.find(id) : null;
  }

  list(criteria: AutomaticEffectCriteria, page: PageArguments): AutomaticEffectConnection {
    const rows = this.#repository.matching(this.#acts.county, criteria);
    return new Connection({ reader: this.#session, order: APPLIED_DESC, page, rows });
  }

  undo(input: UndoInput): Promise<Outcome<UndoRefusal>> {
    const { county, now, subject } = this.#acts;
    const id = idInCounty(input.automaticEffect, county, 'input.automaticEffect');
    return this.#acts.run<UndoRefusal>('automaticEffectUndo', input, async (store) => {
      const found = id ? await store.effects.find({ id }) : null;
      const child = found && (await store.children.findForUpdate({ id: found.childId }));
      const effect = found && (await store.effects.findForUpdate({ id: found.id }));
      if (!child || !effect) return refuse(notFound('automaticEffect'));
      const refusals: UndoRefusal[] = [...staleness(effect, input.version), ...silence('reason', input.reason)];
      if (effect.undoneAt) refusals.push({ kind: 'EffectAlreadyUndone' });
      if (refusals.length > 0) return refuse(...refusals);
      const isUndone = await undoEffect(store, child, effect, now);
      if (!isUndone) return refuse({ kind: 'EffectOvertaken' });
      await store.effects.change(effect, { undoneAt: now, undoneBy: subject, undoReason: input.reason });
      return { id: effect.id, refusals };
    });
  }
}

/** False when something that happened since stands in the way. */
async function undoEffect(store: Store, child: DisabledChild, effect: AutomaticEffect, at: Date): Promise<boolean> {
  const { before, after } = effect;
  switch (effect.rule) {
    case 'ROLL_AT_ANOTHER_SCHOOL':
    case 'SCHOOL_MERGED': {
      const offer = await store.transfers.find({ childId: child.id, state: 'OFFERED' });
      if (offer?.id !== after.transferId || !offer) return false;
      await store.transfers.change(offer, { state: 'WITHDRAWN', answeredAt: at });
      return true;
    }
    case 'CLASS_FOLLOWS_ROLL':
      if (child.classId !== after.classId) return false;
      await store.children.change(child, { classId: before.classId ?? null });
      return true;
    case 'HANDOVER_ACCEPTED': {
      if (child.schoolId !== after.schoolId) return false;
      const receiver = { schoolId: before.schoolId ?? null, classId: before.classId ?? null };
      await moveDuty(store, child, receiver, { cause: 'UNDONE', at });
      return true;
    }
    case 'DEATH_ENDS_PLACEMENT':
    case 'RETURN_REOPENS_PLACEMENT':
      return undoEnd(store, child, effect);
    case 'ROLL_BACK_AT_DUTY_SCHOOL':
    case 'ROLL_ENDED':
    case 'SCHOOL_CLOSED':
      return true;
  }
}

async function undoEnd(store: Store, child: DisabledChild, { before, after }: AutomaticEffect): Promise<boolean> {
  const [last] = await store.placements.list({ childId: child.id }, { startedOn: 'DESC' });
  const isOwn = last !== undefined && last.id === after.placementId && last.endedOn === (after.endedOn ?? null);
  if (!isOwn) return false;
  await endPlacementOn(store, child, { placementId: last.id, endedOn: before.endedOn ?? null, isUndoing: true });
  return true;
}
