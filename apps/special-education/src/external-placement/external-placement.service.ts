import type { Season } from '@bureau/calendar';
import { idInCounty, manyByKey, newId, type RequestContext } from '@bureau/subgraph';
import { type Act, type ActService, type Outcome, refuse } from '../act/act.service.ts';
import { lapsesOn } from '../placement/placement.rules.ts';
import { type DayOutOfRange, dayRefusals, type NotFound, notFound } from '../refusal/refusal.rules.ts';
import type { ConfirmationMethod, ExternalConfirmation } from './external-confirmation.entity.ts';
import { ExternalPlacementRepository } from './external-placement.repository.ts';

export interface ConfirmationInput extends Act {
  placement: string;
  schoolYear: number;
  season: Season;
  confirmedOn: string;
  method: ConfirmationMethod;
  document?: string | null | undefined;
}
export type ConfirmationRefusal =
  NotFound | DayOutOfRange | { kind: 'PlacementNotExternal' } | { kind: 'ConfirmationAlreadyRecorded' };

/** Children at schools outside the county: asked after once a term (domain C8). */
export class ExternalPlacementService {
  readonly #acts: ActService;
  readonly #ofPlacement;

  constructor({ session }: RequestContext, acts: ActService) {
    const repository = new ExternalPlacementRepository(session);
    this.#acts = acts;
    this.#ofPlacement = manyByKey(
      (ids) => repository.listOfPlacements(acts.county, ids),
      ({ placementId }) => placementId,
    );
    acts.forgets(this.#ofPlacement);
  }

  listOfPlacement = (placementId: string): Promise<ExternalConfirmation[]> => this.#ofPlacement.load(placementId);

  confirm(input: ConfirmationInput): Promise<Outcome<ConfirmationRefusal>> {
    const { county, today, subject } = this.#acts;
    const { schoolYear, season, confirmedOn, method } = input;
    const id = idInCounty(input.placement, county, 'input.placement');
    return this.#acts.run<ConfirmationRefusal>('externalPlacementConfirm', input, async (store) => {
      const placement = id ? await store.placements.find({ id }) : null;
      if (!placement) return refuse(notFound('placement'));
      if (placement.externalSchoolName === null) return refuse({ kind: 'PlacementNotExternal' });
      const lapse = lapsesOn(placement);
      const latest = lapse !== null && lapse < today ? lapse : today;
      const days = dayRefusals('confirmedOn', confirmedOn, { earliest: placement.startedOn, latest });
      if (days.length > 0) return refuse(...days);
      const row = { countyCode: county, id: newId(), placementId: placement.id, childId: placement.childId };
      const said = { schoolYear, season, confirmedOn, method, document: input.document ?? null, confirmedBy: subject };
      const isNew = await store.confirmations.insertUnlessThere({ ...row, ...said });
      return isNew ? { id: placement.id, refusals: [] } : refuse({ kind: 'ConfirmationAlreadyRecorded' });
    });
  }
}
