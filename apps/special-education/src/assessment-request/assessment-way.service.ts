import { addDays } from '@bureau/calendar';
import { idInCounty, newId } from '@bureau/subgraph';
import { type Act, type ActService, type Outcome, refuse } from '../act/act.service.ts';
import {
  type DayOutOfRange,
  dayRefusals,
  type NotFound,
  notFound,
  type ReasonMissing,
} from '../refusal/refusal.rules.ts';
import {
  appealRefusals,
  type Expertise,
  PLAIN_ACTS,
  type PlainAct,
  quorumRefusals,
  reasonRefusals,
  type RequestAct,
  type Requester,
  type RequestReason,
  UNDER_WAY,
} from './assessment-request.rules.ts';
import { assessmentSettings } from './assessment.settings.ts';
import type { RequestStepService, Step, StepRefusal } from './request-step.service.ts';

export interface OpeningInput extends Act {
  disabledChild: string;
  requester: Requester;
  reason: RequestReason;
  requestedOn: string;
}
export type OpeningRefusal = NotFound | DayOutOfRange | { kind: 'AssessmentAlreadyUnderWay' };

export interface SchedulingInput extends Act, Step {
  members: readonly { subject: string; name: string; expertise: Expertise }[];
}
export type SchedulingRefusal = StepRefusal | { kind: 'CommitteeBelowQuorum'; members: number; quorum: number };

export interface AdvanceInput extends Act, Step {
  act: RequestAct;
  reason?: string | null | undefined;
  actedOn: string;
}
export type AdvanceRefusal =
  StepRefusal | DayOutOfRange | ReasonMissing | { kind: 'AppealPeriodOver'; endedOn: string };

const isPlain = (act: RequestAct): act is PlainAct => PLAIN_ACTS.some((plain) => plain === act);

/** The acts on the way from a request to a placement that bring no finding and no decision. */
export class AssessmentWayService {
  readonly #acts: ActService;
  readonly #steps: RequestStepService;

  constructor(acts: ActService, steps: RequestStepService) {
    this.#acts = acts;
    this.#steps = steps;
  }

  open(input: OpeningInput): Promise<Outcome<OpeningRefusal>> {
    const { today, county } = this.#acts;
    const childId = idInCounty(input.disabledChild, county, 'input.disabledChild');
    return this.#acts.run<OpeningRefusal>('assessmentRequestOpen', input, async (store) => {
      const child = childId ? await store.children.findForUpdate({ id: childId }) : null;
      if (!child) return refuse(notFound('disabledChild'));
      const refusals: OpeningRefusal[] = dayRefusals('requestedOn', input.requestedOn, {
        earliest: child.bornOn,
        latest: today,
      });
      const others = await store.requests.list({ childId: child.id });
      if (others.some(({ state }) => UNDER_WAY.includes(state))) refusals.push({ kind: 'AssessmentAlreadyUnderWay' });
      if (refusals.length > 0) return refuse(...refusals);

      const settings = await store.settingsOn(assessmentSettings, today);
      const { requester, reason, requestedOn } = input;
      const dueOn = addDays(requestedOn, settings['assessment.deadlineDays'].REQUESTED ?? 0);
      const id = newId();
      const row = { countyCode: county, id, childId: child.id, requester, reason, requestedOn, dueOn };
      await store.requests.insert({ ...row, state: 'REQUESTED', reviewOn: null, version: 1 });
      return { id, refusals };
    });
  }

  schedule(input: SchedulingInput): Promise<Outcome<SchedulingRefusal>> {
    return this.#acts.run<SchedulingRefusal>('assessmentSchedule', input, async (store) => {
      const { request, refusals } = await this.#steps.begin(store, input, 'SCHEDULE');
      if (!request) return refuse(...refusals);
      const settings = await store.settingsOn(assessmentSettings, this.#acts.today);
      const short = quorumRefusals(input.members, settings['assessment.quorum']);
      if (short.length > 0) return refuse(...short);

      const { id: requestId, childId } = request;
      const members = new Map(input.members.map((member) => [member.subject, member]));
      await store.committee.delete({ requestId });
      await store.committee.insert(
        ...[...members.values()].map((member) => ({ countyCode: store.county, requestId, childId, ...member })),
      );
      return { id: await this.#steps.take(store, request, 'SCHEDULE'), refusals: [] };
    });
  }

  advance(input: AdvanceInput): Promise<Outcome<AdvanceRefusal>> {
    const { act, reason, actedOn } = input;
    return this.#acts.run<AdvanceRefusal>('assessmentAdvance', input, async (store) => {
      const { request, refusals } = await this.#steps.begin(store, input, act);
      if (!request) return refuse(...refusals);
      if (!isPlain(act)) return refuse({ kind: 'AssessmentActNotDue', state: request.state, acts: [...PLAIN_ACTS] });
      const days = dayRefusals('actedOn', actedOn, { earliest: request.requestedOn, latest: this.#acts.today });
      const late = act === 'APPEAL' ? appealRefusals(request.dueOn, actedOn) : [];
      const why: AdvanceRefusal[] = [...days, ...late, ...reasonRefusals(act, reason)];
      if (why.length > 0) return refuse(...why);
      return { id: await this.#steps.take(store, request, act, { actedOn, reason: reason ?? null }), refusals: [] };
    });
  }
}
