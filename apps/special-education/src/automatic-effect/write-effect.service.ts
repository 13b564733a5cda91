import type { FeedEvent } from '@bureau/events';
import { newId } from '@bureau/subgraph';
import type { DisabledChild } from '../disabled-child/disabled-child.entity.ts';
import { moveDuty, offerDuty } from '../duty/duty-move.service.ts';
import type { Placement } from '../placement/placement.entity.ts';
import { tellOfPlacement } from '../placement/placing.service.ts';
import type { Store } from '../store.ts';
import { type ChildFacts, EFFECT_RULE_VERSION, type EffectFacts, type Planned } from './automatic-effect.rules.ts';

/** The event that has the effect, and the state that it told. */
export interface Source {
  event: FeedEvent;
  subjectId: string;
  subjectVersion: number;
}

/** A locked child as it stands, and what the rules ask of it. */
export async function childFacts(store: Store, childId: string): Promise<{ child: DisabledChild; facts: ChildFacts }> {
  const child = await store.children.find({ id: childId });
  if (!child) throw new Error('A locked child is gone.');
  const offer = await store.transfers.find({ childId, state: 'OFFERED' });
  const [placement] = await store.placements.list({ childId }, { startedOn: 'DESC' });
  const deaths = await store.effects.list({ childId }, { appliedAt: 'DESC', id: 'DESC' });
  const last = deaths.find(
    ({ rule, undoneAt }) =>
      undoneAt === null && (rule === 'DEATH_ENDS_PLACEMENT' || rule === 'RETURN_REOPENS_PLACEMENT'),
  );
  const isEndedByDeath = last?.rule === 'DEATH_ENDS_PLACEMENT' && last.after.placementId === placement?.id;
  const facts = {
    schoolId: child.schoolId,
    classId: child.classId,
    offer: offer && { transferId: offer.id, toSchoolId: offer.toSchoolId },
    placement: placement ?? null,
    isEndedByDeath,
  };
  return { child, facts };
}

/** Does what a rule planned, and writes down why; once for each state of its subject. */
export async function writeEffect(store: Store, childId: string, planned: Planned, source: Source): Promise<void> {
  const { event, subjectId, subjectVersion } = source;
  const { rule, before } = planned;
  if (await store.effects.find({ childId, rule, subjectId, subjectVersion })) return;
  const after = await doEffect(store, childId, planned, event);
  await store.effects.insert({
    countyCode: store.county,
    id: newId(),
    childId,
    rule,
    ruleVersion: EFFECT_RULE_VERSION,
    eventId: event.id,
    subjectId,
    subjectVersion,
    appliedAt: event.occurredAt,
    before,
    after,
    undoneAt: null,
    undoneBy: null,
    undoReason: null,
    version: 1,
  });
}

async function doEffect(
  store: Store,
  childId: string,
  { rule, before, after }: Planned,
  event: FeedEvent,
): Promise<EffectFacts> {
  const { child } = await childFacts(store, childId);
  const at = event.occurredAt;
  switch (rule) {
    case 'ROLL_AT_ANOTHER_SCHOOL':
    case 'SCHOOL_MERGED': {
      await withdrawOffer(store, childId, at);
      const receiver = { schoolId: after.offeredTo ?? null, classId: after.classId ?? null };
      const cause = rule === 'SCHOOL_MERGED' ? 'MERGER' : 'ROLL';
      const { id } = await offerDuty(store, child, receiver, { cause, at });
      return { ...after, transferId: id };
    }
    case 'ROLL_BACK_AT_DUTY_SCHOOL':
      await withdrawOffer(store, childId, at);
      return after;
    case 'CLASS_FOLLOWS_ROLL':
      await store.children.change(child, { classId: after.classId ?? null });
      return after;
    case 'HANDOVER_ACCEPTED':
      await withdrawOffer(store, childId, at);
      await moveDuty(store, child, { schoolId: after.schoolId ?? null, classId: null }, { cause: 'HANDOVER', at });
      return after;
    case 'DEATH_ENDS_PLACEMENT':
    case 'RETURN_REOPENS_PLACEMENT':
      await endPlacementOn(store, child, { placementId: before.placementId ?? '', endedOn: after.endedOn ?? null });
      return after;
    case 'ROLL_ENDED':
    case 'SCHOOL_CLOSED':
      return after;
  }
}

/** Ends a placement on a day, or lets it go on; enrollment hears of it. */
export async function endPlacementOn(
  store: Store,
  child: DisabledChild,
  { placementId, endedOn, isUndoing = false }: { placementId: string; endedOn: string | null; isUndoing?: boolean },
): Promise<void> {
  await store.reader.read((manager) =>
    manager.query('UPDATE placement SET ended_on = $3 WHERE county_code = $1 AND id = $2', [
      store.county,
      placementId,
      endedOn,
    ]),
  );
  const placement: Placement | null = await store.placements.find({ id: placementId });
  if (!placement) throw new Error('A placement that an effect is about is gone.');
  await store.children.change(child, {});
  await tellOfPlacement(store, child, { placement, cause: isUndoing || endedOn === null ? 'UNDONE' : 'DEATH' });
}

export async function withdrawOffer(store: Store, childId: string, at: Date): Promise<void> {
  const offer = await store.transfers.find({ childId, state: 'OFFERED' });
  if (offer) await store.transfers.change(offer, { state: 'WITHDRAWN', answeredAt: at });
}
