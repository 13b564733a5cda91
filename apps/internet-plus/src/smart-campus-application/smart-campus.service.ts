import { loadKnown, oneByKey, type RequestContext } from '@bureau/subgraph';
import { type Desk, placeOf } from '../record/desk.repository.ts';
import type { Outcome, RecordService } from '../record/record.service.ts';
import { type ChangeRefusal, type Refusal, refuse } from '../refusal/refusal.rules.ts';
import { type SmartCampusApplication, SmartCampusApplicationEntity } from './smart-campus-application.entity.ts';
import {
  type DraftAsked,
  draftRefusals,
  evidenceRefusals,
  pointRefusals,
  scoreRefusals,
  smartCampusOrder,
  weightedTotal,
  weightRefusals,
} from './smart-campus-application.rules.ts';
import { SMART_CAMPUS_DIMENSIONS } from './smart-campus-application-terms.rules.ts';
import { SmartCampusEvidenceEntity } from './smart-campus-evidence.entity.ts';
import { weightsOfYears } from './smart-campus-weights.repository.ts';
import { SmartCampusWeightEntity } from './smart-campus-weight.entity.ts';

interface Act {
  smartCampusApplication: string;
  version: number;
  idempotencyKey?: string | null;
}

export interface DraftInput extends DraftAsked {
  school: string;
  idempotencyKey?: string | null;
}

export interface WeightsInput {
  year: number;
  weights: readonly number[];
  document: string;
  idempotencyKey?: string | null;
}

type DraftRefusal = Refusal<'RecordNotFound' | 'ActOutOfOrder' | 'ValueOutOfRange' | 'LinkUnsafe' | 'TextUnfit'>;

const about = ({ smartCampusApplication: id }: Act) => ({
  entity: SmartCampusApplicationEntity,
  id,
  field: 'smartCampusApplication',
});

/** Applications for stars up to the defence. */
export class SmartCampusService {
  readonly #records: RecordService;
  readonly #weights;

  constructor(request: RequestContext, records: RecordService) {
    this.#records = records;
    this.#weights = oneByKey(
      (years) => weightsOfYears(request.session, request.actor.scope.county, years.map(Number)),
      ({ year }) => String(year),
    );
  }

  /** The weighted total of scores; null without scores, or without weights of the year. */
  async total(year: number, scores: number[] | null): Promise<string | null> {
    if (scores === null) return null;
    const { weights } = await loadKnown(this.#weights, String(year));
    return weights.length === SMART_CAMPUS_DIMENSIONS.length ? weightedTotal(scores, weights) : null;
  }

  decideWeights(
    input: WeightsInput,
  ): Promise<Outcome<Refusal<'WeightsUneven' | 'RecordExists' | 'TextUnfit' | 'ValueOutOfRange'>>> {
    this.#weights.clearAll();
    return this.#records.act('smartCampusWeightsDecide', input, async (desk) => {
      const refusals = weightRefusals(input);
      if (refusals.length > 0) return { id: null, refusals };
      await desk.lock(`smart campus weights ${desk.county} ${input.year}`);
      const known = await desk.findBy(SmartCampusWeightEntity, { year: input.year });
      if (known) return { id: null, refusals: [refuse('RecordExists', 'year', { existing: null })] };
      const { year, document } = input;
      const weights = SMART_CAMPUS_DIMENSIONS.map((dimension, at) => {
        const decided = { year, dimension, weight: input.weights[at] ?? 0, document };
        return { countyCode: desk.county, id: desk.newId(), ...decided };
      });
      await desk.insert(SmartCampusWeightEntity, ...weights);
      return { id: weights[0]?.id ?? null, refusals };
    });
  }

  draft(input: DraftInput): Promise<Outcome<DraftRefusal>> {
    return this.#records.actFor('smartCampusApplicationDraft', input, async (desk, school) => {
      const refusals = draftRefusals(input);
      if (refusals.length > 0) return { id: null, refusals };
      const { year, targetStars, selfScores } = input;
      await desk.lock(`smart campus application ${school.id} ${year}`);
      const standing = (await desk.listBy(SmartCampusApplicationEntity, { schoolId: school.id, year })).find(
        ({ state }) => state !== 'REJECTED',
      );
      if (standing && standing.state !== 'DRAFT')
        return { id: standing.id, refusals: [refuse('ActOutOfOrder', '', { state: standing.state, acts: [] })] };
      const given = { targetStars, selfScores: [...selfScores] };
      const id = standing?.id ?? desk.newId();
      const fresh: SmartCampusApplication = { ...placeOf(school), id, year, state: 'DRAFT', ...given, ...UNDECIDED };
      if (standing) await desk.change(SmartCampusApplicationEntity, standing, given);
      if (!standing) await desk.insert(SmartCampusApplicationEntity, fresh);
      await attach(desk, fresh, input.evidence);
      return { id, refusals };
    });
  }

  submit(input: Act): Promise<Outcome<ChangeRefusal | Refusal<'ActOutOfOrder' | 'EvidenceMissing'>>> {
    return this.#records.actOn('smartCampusApplicationSubmit', input, about(input), async (desk, { id, state }) => ({
      refusals: [
        ...smartCampusOrder(state, 'SUBMIT'),
        ...evidenceRefusals(await desk.listBy(SmartCampusEvidenceEntity, { applicationId: id })),
      ],
      changes: { state: 'SUBMITTED' as const, reason: null },
    }));
  }

  review(
    input: Act & { countyScores: readonly number[] },
  ): Promise<Outcome<ChangeRefusal | Refusal<'ActOutOfOrder' | 'ValueOutOfRange'>>> {
    return this.#records.actOn('smartCampusApplicationReview', input, about(input), async (_, { state }) => ({
      refusals: [...smartCampusOrder(state, 'REVIEW'), ...scoreRefusals(input.countyScores, 'countyScores')],
      changes: { state: 'REVIEWED' as const, countyScores: [...input.countyScores] },
    }));
  }

  defend(
    input: Act & { defenceScore: number },
  ): Promise<Outcome<ChangeRefusal | Refusal<'ActOutOfOrder' | 'ValueOutOfRange'>>> {
    return this.#records.actOn('smartCampusApplicationDefend', input, about(input), async (_, { state }) => ({
      refusals: [...smartCampusOrder(state, 'DEFEND'), ...pointRefusals(input.defenceScore, 'defenceScore')],
      changes: { state: 'DEFENDED' as const, defenceScore: input.defenceScore },
    }));
  }
}

const UNDECIDED = {
  countyScores: null,
  defenceScore: null,
  noticeFrom: null,
  noticeUntil: null,
  decidedOn: null,
  reason: null,
  version: 1,
};

async function attach(
  desk: Desk,
  application: SmartCampusApplication,
  evidence: DraftAsked['evidence'],
): Promise<void> {
  const { countyCode, schoolId, townshipCode, id: applicationId } = application;
  await desk.clear(SmartCampusEvidenceEntity, { applicationId });
  const rows = evidence.map(({ dimension, title, link }) => {
    const shown = { applicationId, dimension, title, link };
    return { countyCode, schoolId, townshipCode, id: desk.newId(), ...shown };
  });
  if (rows.length > 0) await desk.insert(SmartCampusEvidenceEntity, ...rows);
}
