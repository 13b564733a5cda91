import { Connection, idInCounty, manyByKey, oneByKey, type PageArguments, type RequestContext } from '@bureau/subgraph';
import { type Act, type ActService, type Outcome, refuse } from '../act/act.service.ts';
import type { DisabledChild } from '../disabled-child/disabled-child.entity.ts';
import {
  type Changed,
  type NotFound,
  notFound,
  type ReasonMissing,
  silence,
  staleness,
} from '../refusal/refusal.rules.ts';
import type { Store } from '../store.ts';
import { moveDuty, offerDuty } from './duty-move.service.ts';
import type { DutyTransfer } from './duty-transfer.entity.ts';
import { DutyRepository, type DutyTransferCriteria, OFFERED_DESC } from './duty.repository.ts';
import { type AnswerRefusal, answerRefusals } from './duty.rules.ts';

export interface OfferInput extends Act {
  disabledChild: string;
  toSchool?: string | null | undefined;
  reason: string;
}
export type OfferRefusal =
  | NotFound
  | ReasonMissing
  | { kind: 'DutyTransferOpen' }
  | { kind: 'DutyTransferToItself' }
  | { kind: 'SchoolUnknown' };

export interface AnswerInput extends Act {
  dutyTransfer: string;
  version: number;
}
export type AcceptInput = AnswerInput & { class?: string | null | undefined };
export type AcceptRefusal = NotFound | Changed | AnswerRefusal;
export type DeclineInput = AnswerInput & { reason: string };
export type DeclineRefusal = AcceptRefusal | ReasonMissing;

export type DutyTransferConnection = Connection<DutyTransfer>;

export class DutyTransferService {
  readonly #acts: ActService;
  readonly #request: RequestContext;
  readonly #repository: DutyRepository;
  readonly #byId;
  readonly #ofChild;

  constructor(request: RequestContext, acts: ActService) {
    const repository = new DutyRepository(request.session);
    this.#acts = acts;
    this.#request = request;
    this.#repository = repository;
    this.#byId = oneByKey(
      (ids) => repository.listTransfersByIds(acts.county, ids),
      ({ id }) => id,
    );
    this.#ofChild = manyByKey(
      (ids) => repository.listOfChildren(acts.county, ids),
      ({ childId }) => childId,
    );
    acts.forgets(this.#byId, this.#ofChild);
  }

  find = (id: string) => this.#byId.load(id);
  listDuties = (childId: string) => this.#ofChild.load(childId);
  isOverdue = ({ state, dueOn }: DutyTransfer) => state === 'OFFERED' && dueOn < this.#acts.today;

  async findByGlobalId(globalId: string): Promise<DutyTransfer | null> {
    const id = idInCounty(globalId, this.#acts.county, 'id');
    return id ? this.find(id) : null;
  }

  list(criteria: Omit<DutyTransferCriteria, 'today'>, page: PageArguments): DutyTransferConnection {
    const rows = this.#repository.matching(this.#acts.county, { ...criteria, today: this.#acts.today });
    return new Connection({ reader: this.#request.session, order: OFFERED_DESC, page, rows });
  }

  offer(input: OfferInput): Promise<Outcome<OfferRefusal>> {
    const { county, today, now } = this.#acts;
    const childId = idInCounty(input.disabledChild, county, 'input.disabledChild');
    const toSchoolId = input.toSchool == null ? null : idInCounty(input.toSchool, county, 'input.toSchool');
    const isToBureau = input.toSchool == null;
    return this.#acts.run<OfferRefusal>('dutyTransferOffer', input, async (store) => {
      const child = childId ? await store.children.findForUpdate({ id: childId }) : null;
      if (!child || !this.#isSender(child)) return refuse(notFound('disabledChild'));
      const refusals: OfferRefusal[] = [...silence('reason', input.reason)];
      if (child.schoolId === toSchoolId) refusals.push({ kind: 'DutyTransferToItself' });
      if (await store.transfers.find({ childId: child.id, state: 'OFFERED' }))
        refusals.push({ kind: 'DutyTransferOpen' });
      const isKnown = isToBureau || (toSchoolId !== null && (await store.hasSchoolAnywhere(toSchoolId, today)));
      if (!isKnown) refusals.push({ kind: 'SchoolUnknown' });
      if (refusals.length > 0) return refuse(...refusals);
      const receiver = { schoolId: toSchoolId, classId: null };
      const { id } = await offerDuty(store, child, receiver, { cause: 'SENDER', at: now, reason: input.reason });
      return { id, refusals };
    });
  }

  /** A school hands over the children that it answers for; the bureau hands over any. */
  #isSender({ schoolId }: DisabledChild): boolean {
    const { school } = this.#request.actor.scope;
    return school === undefined || school === schoolId;
  }

  accept(input: AcceptInput): Promise<Outcome<AcceptRefusal>> {
    const { now, subject, county } = this.#acts;
    const classId = input.class == null ? null : idInCounty(input.class, county, 'input.class');
    return this.#acts.run<AcceptRefusal>('dutyTransferAccept', input, async (store) => {
      const { child, transfer } = await lockedTransfer(store, input.dutyTransfer);
      if (!transfer) return refuse(notFound('dutyTransfer'));
      const refusals = [...staleness(transfer, input.version), ...this.#answerRefusals(transfer)];
      if (refusals.length > 0) return refuse(...refusals);
      const receiver = { schoolId: transfer.toSchoolId, classId: classId ?? transfer.toClassId };
      await moveDuty(store, child, receiver, { cause: 'TRANSFER_ACCEPTED', transferId: transfer.id, at: now });
      await store.transfers.change(transfer, { state: 'ACCEPTED', answeredAt: now, answeredBy: subject });
      return { id: transfer.id, refusals: [] };
    });
  }

  decline(input: DeclineInput): Promise<Outcome<DeclineRefusal>> {
    const { now, subject } = this.#acts;
    return this.#acts.run<DeclineRefusal>('dutyTransferDecline', input, async (store) => {
      const { transfer } = await lockedTransfer(store, input.dutyTransfer);
      if (!transfer) return refuse(notFound('dutyTransfer'));
      const refusals = [
        ...staleness(transfer, input.version),
        ...this.#answerRefusals(transfer),
        ...silence('reason', input.reason),
      ];
      if (refusals.length > 0) return refuse(...refusals);
      const answer = { answeredAt: now, answeredBy: subject, reason: input.reason };
      await store.transfers.change(transfer, { state: 'DECLINED', ...answer });
      return { id: transfer.id, refusals: [] };
    });
  }

  #answerRefusals(transfer: DutyTransfer): AnswerRefusal[] {
    return answerRefusals(transfer, this.#request.actor.scope.school ?? null);
  }
}

type Locked = { child: DisabledChild; transfer: DutyTransfer } | { child: null; transfer: null };

/** The child first, then its hand-over: the order in which events lock them, too. */
async function lockedTransfer(store: Store, globalId: string): Promise<Locked> {
  const id = idInCounty(globalId, store.county, 'input.dutyTransfer');
  const found = id ? await store.transfers.find({ id }) : null;
  const child = found && (await store.children.findForUpdate({ id: found.childId }));
  const transfer = found && (await store.transfers.findForUpdate({ id: found.id }));
  return child && transfer ? { child, transfer } : { child: null, transfer: null };
}
