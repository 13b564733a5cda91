import type { Role } from '@bureau/access';
import { addDays } from '@bureau/calendar';
import { idInCounty, newId, type RequestContext } from '@bureau/subgraph';
import type { ActService } from '../act/act.service.ts';
import { type Changed, type NotFound, notFound, staleness } from '../refusal/refusal.rules.ts';
import type { Store } from '../store.ts';
import type { AssessmentRequest } from './assessment-request.entity.ts';
import { type ActRefusal, actRefusals, type Party, type RequestAct, TRANSITIONS } from './assessment-request.rules.ts';
import { assessmentSettings } from './assessment.settings.ts';

const PARTY_OF: Partial<Record<Role, Party>> = {
  'special-education-office': 'OFFICE',
  'special-education-expert': 'EXPERT',
  'special-education-teacher': 'SCHOOL',
  principal: 'SCHOOL',
};

export function partiesOf(roles: readonly Role[]): Party[] {
  return roles.flatMap((role) => PARTY_OF[role] ?? []);
}

/** Which request, as it was read, and what is to be done with it. */
export interface Step {
  assessmentRequest: string;
  version: number;
}

export type StepRefusal = NotFound | Changed | ActRefusal;

export type Begun = { request: AssessmentRequest; refusals: [] } | { request: null; refusals: StepRefusal[] };

/** Locks a request for an act, and writes that it was done. */
export class RequestStepService {
  readonly #acts: ActService;
  readonly parties: readonly Party[];

  constructor(request: RequestContext, acts: ActService) {
    this.#acts = acts;
    this.parties = partiesOf(request.actor.roles);
  }

  /** The request, locked until the transaction ends, when the caller may do this with it now. */
  async begin(store: Store, { assessmentRequest, version }: Step, act: RequestAct): Promise<Begun> {
    const id = idInCounty(assessmentRequest, store.county, 'input.assessmentRequest');
    const request = id ? await store.requests.findForUpdate({ id }) : null;
    if (!request) return { request: null, refusals: [notFound('assessmentRequest')] };
    const stale = staleness(request, version);
    if (stale.length > 0) return { request: null, refusals: stale };
    const refusals = actRefusals(act, { state: request.state, parties: this.parties });
    return refusals.length > 0 ? { request: null, refusals } : { request, refusals: [] };
  }

  /** Writes the act; answers the request's id. */
  async take(
    store: Store,
    request: AssessmentRequest,
    act: RequestAct,
    {
      actedOn = this.#acts.today,
      reason = null,
      reviewOn = null,
    }: { actedOn?: string; reason?: string | null; reviewOn?: string | null } = {},
  ): Promise<string> {
    const { to } = TRANSITIONS[act];
    const settings = await store.settingsOn(assessmentSettings, actedOn);
    const days = settings['assessment.deadlineDays'][to];
    const deadline = days === undefined ? null : addDays(actedOn, days);
    const dueOn = to === 'EFFECTIVE' ? reviewOn : deadline;
    await store.requests.change(request, { state: to, dueOn, ...(reviewOn !== null && { reviewOn }) });
    await store.steps.insert({
      countyCode: store.county,
      id: newId(),
      requestId: request.id,
      childId: request.childId,
      act,
      fromState: request.state,
      toState: to,
      actedOn,
      actedAt: this.#acts.now,
      actor: this.#acts.subject,
      reason,
      dueOn,
    });
    return request.id;
  }
}
