import { settingsOn } from '@bureau/settings';
import { idInCounty, once, readerOf, type Reader, type RequestContext } from '@bureau/subgraph';
import { SchoolMentionRepository } from '../school/school-mention.repository.ts';
import { dueAfter, type HandoverCalendar } from './handover-calendar.rules.ts';
import { recordHandoverItems } from './record-handover-items.ts';
import type { HandoverItem } from './handover-item.entity.ts';
import { HandoverItemRepository } from './handover-item.repository.ts';
import { HandoverRepository } from './handover.repository.ts';
import {
  HANDOVER_TABLE,
  type HandoverAct,
  sidesOf,
  type StepAsked,
  type StepRefusal,
  stepRefusals,
} from './handover.rules.ts';
import { handoverSettings } from './handover.settings.ts';

/** The acts that persons take; the others follow from attendance. */
export type PersonalAct = Extract<HandoverAct, 'SEND' | 'RECEIVE' | 'ACKNOWLEDGE' | 'RETURN' | 'ASSIGN' | 'CLOSE'>;

export interface StepInput {
  items: readonly { id: string; version: number; summary?: string | null }[];
  toSchool?: string | null;
  note?: string | null;
  onError?: 'REJECT_ALL' | 'SKIP_INVALID';
  dryRun?: boolean;
  idempotencyKey?: string | null;
}

export interface StepRow {
  itemId: string | null;
  refusals: StepRefusal[];
}

interface Deciding {
  act: PersonalAct;
  today: string;
  calendar: HandoverCalendar;
  schoolYears: ReadonlyMap<string, number>;
  destinationId: string | null;
}

/** What an act makes of an item: its state, its day, its destination. */
export function stepped(item: HandoverItem, deciding: Deciding, summary?: string | null): HandoverItem {
  const { act, today, calendar, destinationId, schoolYears } = deciding;
  const occasion = { kind: item.kind, schoolYear: schoolYears.get(item.handoverId) ?? 0, today };
  const goes = act === 'SEND' || act === 'ASSIGN';
  return {
    ...item,
    state: HANDOVER_TABLE[act].to,
    toSchoolId: goes ? destinationId : item.toSchoolId,
    summary: summary ?? item.summary,
    dueOn: dueAfter(act, occasion, calendar) ?? item.dueOn,
    ...(act === 'SEND' && { sentOn: today, receivedOn: null }),
    ...(act === 'RECEIVE' && { receivedOn: today }),
    ...(act === 'ACKNOWLEDGE' && { acknowledgedOn: today }),
  };
}

export class HandoverStepService {
  readonly #request: RequestContext;
  readonly #today: string;
  readonly #now: Date;

  constructor(request: RequestContext, { today, now }: { today: string; now: Date }) {
    this.#request = request;
    this.#today = today;
    this.#now = now;
  }

  /** Takes one act with many items: all, or those with which it may be taken. */
  take(act: PersonalAct, input: StepInput): Promise<StepRow[]> {
    const { actor, session } = this.#request;
    return session.transaction((manager) =>
      once(manager, actor, { operation: `handoverItems${act}`, key: input.idempotencyKey, input }, async () => {
        const reader = readerOf(manager);
        const { rows, taken } = await this.#decide(reader, act, input);
        const isRejected = input.onError !== 'SKIP_INVALID' && rows.some(({ refusals }) => refusals.length > 0);
        if (input.dryRun || isRejected) return rows;
        const step = { act, note: input.note ?? null, takenBy: actor.subject, takenAt: this.#now };
        await new HandoverItemRepository(reader).writeStep(taken, step);
        await recordHandoverItems(manager, taken, this.#now);
        return rows;
      }),
    );
  }

  async #decide(
    reader: Reader,
    act: PersonalAct,
    input: StepInput,
  ): Promise<{ rows: StepRow[]; taken: HandoverItem[] }> {
    const { county } = this.#request.actor.scope;
    const asked = input.items.map(({ id, ...item }) => ({ ...item, id: idInCounty(id, county, 'input.items') }));
    const items = await new HandoverItemRepository(reader).listForUpdate(
      county,
      asked.flatMap(({ id }) => id ?? []),
    );
    const byId = new Map(items.map((item) => [item.id, item]));
    const deciding = await this.#deciding(reader, act, { items, toSchool: input.toSchool ?? null });

    const taken: HandoverItem[] = [];
    const seen = new Set<string>();
    const rows = asked.map(({ id, version, summary }): StepRow => {
      const item = id ? byId.get(id) : undefined;
      if (!item) return { itemId: null, refusals: [{ kind: 'HandoverItemNotFound' }] };
      const destination = { id: deciding.destinationId, isKnown: deciding.isKnown };
      const step: StepAsked = { act, version, note: input.note ?? null, destination };
      const again = { ...item, version: item.version + Number(seen.has(item.id)) };
      seen.add(item.id);
      const refusals = stepRefusals(again, step, sidesOf(item, this.#request.actor.scope));
      if (refusals.length === 0) taken.push(stepped(item, deciding, summary));
      return { itemId: item.id, refusals };
    });
    return { rows, taken };
  }

  async #deciding(
    reader: Reader,
    act: PersonalAct,
    { items, toSchool }: { items: readonly HandoverItem[]; toSchool: string | null },
  ): Promise<Deciding & { isKnown: boolean }> {
    const { county } = this.#request.actor.scope;
    const destinationId = toSchool === null ? null : idInCounty(toSchool, county, 'input.toSchool');
    const mentions = destinationId ? await new SchoolMentionRepository(reader).list(county, [destinationId]) : [];
    const isKnown = toSchool === null || mentions.some(({ closesOn }) => closesOn === null || closesOn > this.#today);
    const packets = await new HandoverRepository(reader).listByIds(
      county,
      items.map(({ handoverId }) => handoverId),
    );
    return {
      act,
      today: this.#today,
      calendar: await settingsOn(reader, { county, day: this.#today, catalogue: handoverSettings }),
      schoolYears: new Map(packets.map(({ id, schoolYear }) => [id, schoolYear])),
      destinationId,
      isKnown,
    };
  }
}
