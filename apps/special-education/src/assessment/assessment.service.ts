import type { Sealer } from '@bureau/access';
import { addDays } from '@bureau/calendar';
import { oneByKey, type RequestContext } from '@bureau/subgraph';
import { type Act, type ActService, type Outcome, refuse } from '../act/act.service.ts';
import { assessmentSettings } from '../assessment-request/assessment.settings.ts';
import type { RequestStepService, Step, StepRefusal } from '../assessment-request/request-step.service.ts';
import type { PlacementKind } from '../placement/placement.rules.ts';
import { type DayOutOfRange, dayRefusals, type ReasonMissing, silence } from '../refusal/refusal.rules.ts';
import type { Assessment } from './assessment.entity.ts';
import { AssessmentRepository, type Assignment } from './assessment.repository.ts';

export type Area =
  'BODY' | 'ADAPTATION' | 'COGNITION' | 'SELF_CARE' | 'MOBILITY' | 'EMOTION' | 'FAMILY' | 'MEDICAL' | 'SUPPORT';

export interface Finding {
  area: Area;
  text: string;
}

export interface RecordInput extends Act, Step {
  assessedOn: string;
  findings: readonly Finding[];
  recommendedKind: PlacementKind;
  alternativeKinds: readonly PlacementKind[];
}
export type RecordRefusal = StepRefusal | DayOutOfRange | { kind: 'CommitteeMemberNotCalled' };

export interface AdviceInput extends Act, Step {
  advice: string;
}
export type AdviceRefusal = StepRefusal | ReasonMissing | { kind: 'AssessmentMissing' };

const sealedAs = (requestId: string) => `assessment.findings:${requestId}`;

export class AssessmentService {
  readonly #acts: ActService;
  readonly #steps: RequestStepService;
  readonly #sealer: Sealer;
  readonly #repository: AssessmentRepository;
  readonly #ofRequest;

  constructor(
    { session }: RequestContext,
    { acts, steps, sealer }: { acts: ActService; steps: RequestStepService; sealer: Sealer },
  ) {
    const repository = new AssessmentRepository(session);
    this.#acts = acts;
    this.#steps = steps;
    this.#sealer = sealer;
    this.#repository = repository;
    this.#ofRequest = oneByKey(
      (ids) => repository.listOfRequests(acts.county, ids),
      ({ requestId }) => requestId,
    );
    acts.forgets(this.#ofRequest);
  }

  findOfRequest = (requestId: string) => this.#ofRequest.load(requestId);

  findings({ requestId, findings }: Assessment): Finding[] {
    return JSON.parse(this.#sealer.open(findings, sealedAs(requestId))) as Finding[];
  }

  /** What the caller is called to as an expert. */
  listAssignments(): Promise<Assignment[]> {
    return this.#repository.listAssignments(this.#acts.county, this.#acts.subject);
  }

  async findAssignment(requestId: string): Promise<Assignment | null> {
    return (await this.listAssignments()).find(({ id }) => id === requestId) ?? null;
  }

  record(input: RecordInput): Promise<Outcome<RecordRefusal>> {
    const { today, subject } = this.#acts;
    return this.#acts.run<RecordRefusal>('assessmentRecord', input, async (store) => {
      const { request, refusals } = await this.#steps.begin(store, input, 'ASSESS');
      if (!request) return refuse(...refusals);
      const { id: requestId, childId, requestedOn } = request;
      const mayWrite = this.#steps.parties.includes('OFFICE') || (await store.committee.find({ requestId, subject }));
      if (!mayWrite) return refuse({ kind: 'CommitteeMemberNotCalled' });
      const days = dayRefusals('assessedOn', input.assessedOn, { earliest: requestedOn, latest: today });
      if (days.length > 0) return refuse(...days);

      const settings = await store.settingsOn(assessmentSettings, input.assessedOn);
      await store.assessments.delete({ requestId });
      await store.assessments.insert({
        countyCode: store.county,
        requestId,
        childId,
        assessedOn: input.assessedOn,
        findings: this.#sealer.seal(JSON.stringify(input.findings), sealedAs(requestId)),
        advice: null,
        recommendedKind: input.recommendedKind,
        alternativeKinds: [...input.alternativeKinds],
        validUntil: addDays(input.assessedOn, settings['assessment.validDays']),
        writtenBy: subject,
      });
      return { id: await this.#steps.take(store, request, 'ASSESS', { actedOn: input.assessedOn }), refusals: [] };
    });
  }

  advise(input: AdviceInput): Promise<Outcome<AdviceRefusal>> {
    return this.#acts.run<AdviceRefusal>('assessmentAdvise', input, async (store) => {
      const { request, refusals } = await this.#steps.begin(store, input, 'ADVISE');
      if (!request) return refuse(...refusals);
      const silent = silence('advice', input.advice);
      if (silent.length > 0) return refuse(...silent);
      const assessment = await store.assessments.find({ requestId: request.id });
      if (!assessment) return refuse({ kind: 'AssessmentMissing' });
      await store.assessments.delete({ requestId: request.id });
      await store.assessments.insert({ ...assessment, advice: input.advice });
      return { id: await this.#steps.take(store, request, 'ADVISE'), refusals: [] };
    });
  }
}
