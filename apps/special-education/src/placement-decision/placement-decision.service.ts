import { addDays } from '@bureau/calendar';
import { idInCounty, oneByKey, type RequestContext } from '@bureau/subgraph';
import { type Act, type ActService, type Outcome, refuse } from '../act/act.service.ts';
import type { AssessmentRequest } from '../assessment-request/assessment-request.entity.ts';
import { assessmentSettings } from '../assessment-request/assessment.settings.ts';
import type { RequestStepService, Step, StepRefusal } from '../assessment-request/request-step.service.ts';
import type { DisabledChild } from '../disabled-child/disabled-child.entity.ts';
import { offerDuty } from '../duty/duty-move.service.ts';
import type { PlacementChoice } from '../placement/placement-choice.rules.ts';
import type { PlacementKind } from '../placement/placement.rules.ts';
import { place, type PlacingRefusal, placingRefusals } from '../placement/placing.service.ts';
import { type DayOutOfRange, dayRefusals } from '../refusal/refusal.rules.ts';
import type { Store } from '../store.ts';
import type { PlacementDecision } from './placement-decision.entity.ts';
import { PlacementDecisionRepository } from './placement-decision.repository.ts';

export interface DecisionInput extends Act, Step {
  kind: PlacementKind;
  school?: string | null | undefined;
  externalSchoolName?: string | null | undefined;
  externalSchoolCity?: string | null | undefined;
  startsOn: string;
  expiresOn?: string | null | undefined;
  decidedOn: string;
  documentNumber: string;
  guardianOpinion?: string | null | undefined;
  externalConfirmation?: string | null | undefined;
}

type WithoutGround = { kind: 'AssessmentMissing' } | { kind: 'AssessmentExpired'; validUntil: string };
export type DecisionRefusal = StepRefusal | DayOutOfRange | PlacingRefusal | WithoutGround;
export type EffectRefusal = StepRefusal | PlacingRefusal | { kind: 'AssessmentMissing' };

/** What an input chooses; an id of another county leads to no school. */
function choiceOf(input: DecisionInput, county: string): PlacementChoice {
  return {
    kind: input.kind,
    schoolId: input.school == null ? null : (idInCounty(input.school, county, 'input.school') ?? NO_SCHOOL),
    externalSchoolName: input.externalSchoolName ?? null,
    externalSchoolCity: input.externalSchoolCity ?? null,
    startsOn: input.startsOn,
    expiresOn: input.expiresOn ?? null,
    documentNumber: input.documentNumber.trim() === '' ? null : input.documentNumber,
    externalConfirmation: input.externalConfirmation ?? null,
  };
}
const NO_SCHOOL = '00000000-0000-0000-0000-000000000000';

export class PlacementDecisionService {
  readonly #acts: ActService;
  readonly #steps: RequestStepService;
  readonly #ofRequest;

  constructor({ session }: RequestContext, acts: ActService, steps: RequestStepService) {
    const repository = new PlacementDecisionRepository(session);
    this.#acts = acts;
    this.#steps = steps;
    this.#ofRequest = oneByKey(
      (ids) => repository.listOfRequests(acts.county, ids),
      ({ requestId }) => requestId,
    );
    acts.forgets(this.#ofRequest);
  }

  findOfRequest = (requestId: string): Promise<PlacementDecision | null> => this.#ofRequest.load(requestId);

  decide(input: DecisionInput): Promise<Outcome<DecisionRefusal>> {
    const { today, county, subject } = this.#acts;
    const choice = choiceOf(input, county);
    return this.#acts.run<DecisionRefusal>('placementDecide', input, async (store) => {
      const { request, refusals } = await this.#steps.begin(store, input, 'DECIDE');
      if (!request) return refuse(...refusals);
      const { id: requestId, childId, requestedOn } = request;
      const why: DecisionRefusal[] = [
        ...dayRefusals('decidedOn', input.decidedOn, { earliest: requestedOn, latest: today }),
        ...(await groundRefusals(store, request, input.decidedOn)),
        ...(await placingRefusals(store, await lockedChild(store, childId), choice)),
      ];
      if (why.length > 0) return refuse(...why);

      const { startsOn, documentNumber, ...chosen } = choice;
      await store.decisions.delete({ requestId });
      await store.decisions.insert({
        countyCode: county,
        requestId,
        childId,
        ...chosen,
        startsOn,
        decidedOn: input.decidedOn,
        documentNumber: documentNumber ?? '',
        guardianOpinion: input.guardianOpinion ?? null,
        decidedBy: subject,
      });
      return { id: await this.#steps.take(store, request, 'DECIDE', { actedOn: input.decidedOn }), refusals: [] };
    });
  }

  /** The accepted decision becomes the child's placement; the decision before it is superseded. */
  effect(input: Act & Step): Promise<Outcome<EffectRefusal>> {
    return this.#acts.run<EffectRefusal>('placementEffect', input, async (store) => {
      const { request, refusals } = await this.#steps.begin(store, input, 'EFFECT');
      if (!request) return refuse(...refusals);
      const decision = await store.decisions.find({ requestId: request.id });
      if (!decision) return refuse({ kind: 'AssessmentMissing' });
      const child = await lockedChild(store, request.childId);
      const why = await placingRefusals(store, child, decision);
      if (why.length > 0) return refuse(...why);

      await offerToDecided(store, child, decision, this.#acts.now);
      await place(store, child, decision, { decidedOn: decision.decidedOn, cause: 'DECISION' });
      for (const earlier of await store.requests.list({ childId: child.id }))
        if (earlier.id !== request.id && (earlier.state === 'EFFECTIVE' || earlier.state === 'REVIEW_DUE'))
          await this.#steps.take(store, earlier, 'SUPERSEDE');
      const settings = await store.settingsOn(assessmentSettings, decision.startsOn);
      const reviewOn = addDays(decision.startsOn, settings['placement.reviewDays']);
      return { id: await this.#steps.take(store, request, 'EFFECT', { reviewOn }), refusals: [] };
    });
  }
}

async function lockedChild(store: Store, id: string) {
  const child = await store.children.findForUpdate({ id });
  if (!child) throw new Error('A request is about a child that is not there.');
  return child;
}

/** A school that is to teach the child is offered the duty; until it accepts, who has it has it. */
async function offerToDecided(store: Store, child: DisabledChild, { schoolId }: PlacementDecision, at: Date) {
  if (schoolId === null || schoolId === child.schoolId) return;
  if (await store.transfers.find({ childId: child.id, state: 'OFFERED' })) return;
  await offerDuty(store, child, { schoolId, classId: null }, { cause: 'DECISION', at });
}

/** No decision without an assessment that is still valid. */
async function groundRefusals(store: Store, { id }: AssessmentRequest, decidedOn: string): Promise<WithoutGround[]> {
  const assessment = await store.assessments.find({ requestId: id });
  if (!assessment) return [{ kind: 'AssessmentMissing' }];
  const { validUntil } = assessment;
  return decidedOn > validUntil ? [{ kind: 'AssessmentExpired', validUntil }] : [];
}
