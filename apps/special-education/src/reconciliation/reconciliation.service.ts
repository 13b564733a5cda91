import { idInCounty, newId, type RequestContext } from '@bureau/subgraph';
import { type Act, type ActService, type Outcome, refuse } from '../act/act.service.ts';
import type { AgeBandOfYear } from '../age-band/age-band.service.ts';
import type { DatedFigures } from '../county/county.service.ts';
import { figuresOf } from '../county/figures.rules.ts';
import type { DisabledChildService } from '../disabled-child/disabled-child.service.ts';
import { DisabledChildRepository } from '../disabled-child/disabled-child.repository.ts';
import type { PlacementChoice } from '../placement/placement-choice.rules.ts';
import { PlacementRepository } from '../placement/placement.repository.ts';
import { placementOn, type PlacementKind } from '../placement/placement.rules.ts';
import { place, type PlacingRefusal, placingRefusals } from '../placement/placing.service.ts';
import {
  type Changed,
  type DayOutOfRange,
  dayRefusals,
  type NotFound,
  notFound,
  type ReasonMissing,
  silence,
  staleness,
} from '../refusal/refusal.rules.ts';
import { UnplacedNoteRepository } from '../unplaced-note/unplaced-note.repository.ts';
import { noteOn } from '../unplaced-note/unplaced-note.rules.ts';
import { type UnplacedChild, unplacedSince } from './reconciliation.rules.ts';

export interface Reconciliation {
  figures: DatedFigures;
  unplaced: UnplacedChild[];
}

export interface ConclusionInput extends Act {
  disabledChild: string;
  version: number;
  kind: PlacementKind;
  school?: string | null | undefined;
  externalSchoolName?: string | null | undefined;
  externalSchoolCity?: string | null | undefined;
  externalConfirmation?: string | null | undefined;
  startsOn: string;
  documentNumber?: string | null | undefined;
}
const CONCLUDING: PlacementKind[] = ['MOVED_OUT', 'COMPLETED', 'VOCATIONAL'];
export type ConclusionRefusal =
  NotFound | Changed | DayOutOfRange | PlacingRefusal | { kind: 'PlacementNeedsDecision'; kinds: PlacementKind[] };

export interface NoteInput extends Act {
  disabledChild: string;
  notedOn: string;
  reason: string;
  nextStep: string;
}
export type NoteRefusal = NotFound | DayOutOfRange | ReasonMissing | { kind: 'ChildIsPlaced' };

/** Every child of age in one kind of placement, or named (安置核对). */
export class ReconciliationService {
  readonly #session: RequestContext['session'];
  readonly #acts: ActService;
  readonly #disabledChildren: DisabledChildService;

  constructor(
    { session }: RequestContext,
    { acts, disabledChildren }: { acts: ActService; disabledChildren: DisabledChildService },
  ) {
    this.#session = session;
    this.#acts = acts;
    this.#disabledChildren = disabledChildren;
  }

  /** Four statements, however many children there are. */
  async reconcile(ageBand: AgeBandOfYear, asOf: string): Promise<Reconciliation> {
    const criteria = { asOf, born: ageBand.born };
    const counts = await this.#disabledChildren.countGroups({ ...criteria, includesMovedOut: true }, 'PLACEMENT_KIND');
    const { county } = this.#acts;
    const unplaced = { ...criteria, includesMovedOut: false, isUnplaced: true };
    const rows = new DisabledChildRepository(this.#session).matching(county, unplaced);
    const children = await this.#session.read((manager) =>
      rows(manager).orderBy('child.name').addOrderBy('child.id').getMany(),
    );
    const ids = children.map(({ id }) => id);
    const placements = await new PlacementRepository(this.#session).listOfChildren(county, ids);
    const notes = await new UnplacedNoteRepository(this.#session).listOfChildren(county, ids);
    const placementsOf = Map.groupBy(placements, ({ childId }) => childId);
    const notesOf = Map.groupBy(notes, ({ childId }) => childId);
    return {
      figures: { ...figuresOf(counts), asOf, ageBand },
      unplaced: children.map(({ id, registeredOn }) => {
        const past = placementsOf.get(id) ?? [];
        const since = unplacedSince(past, { day: asOf, registeredOn });
        return { childId: id, ...since, note: noteOn(notesOf.get(id) ?? [], past, asOf) };
      }),
    };
  }

  conclude(input: ConclusionInput): Promise<Outcome<ConclusionRefusal>> {
    const { county, today } = this.#acts;
    const id = idInCounty(input.disabledChild, county, 'input.disabledChild');
    const choice: PlacementChoice = {
      kind: input.kind,
      schoolId: input.school == null ? null : idInCounty(input.school, county, 'input.school'),
      externalSchoolName: input.externalSchoolName ?? null,
      externalSchoolCity: input.externalSchoolCity ?? null,
      externalConfirmation: input.externalConfirmation ?? null,
      startsOn: input.startsOn,
      expiresOn: null,
      documentNumber: input.documentNumber ?? null,
    };
    return this.#acts.run<ConclusionRefusal>('placementConclude', input, async (store) => {
      const child = id ? await store.children.findForUpdate({ id }) : null;
      if (!child) return refuse(notFound('disabledChild'));
      if (!CONCLUDING.includes(input.kind)) return refuse({ kind: 'PlacementNeedsDecision', kinds: CONCLUDING });
      const refusals: ConclusionRefusal[] = [
        ...staleness(child, input.version),
        ...dayRefusals('startsOn', input.startsOn, { latest: today }),
        ...(await placingRefusals(store, child, choice)),
      ];
      if (refusals.length > 0) return refuse(...refusals);
      const placement = await place(store, child, choice, { decidedOn: input.startsOn, cause: 'CONCLUSION' });
      return { id: placement.id, refusals };
    });
  }

  note(input: NoteInput): Promise<Outcome<NoteRefusal>> {
    const { county, today } = this.#acts;
    const childId = idInCounty(input.disabledChild, county, 'input.disabledChild');
    const { notedOn, reason, nextStep } = input;
    return this.#acts.run<NoteRefusal>('unplacedNoteRecord', input, async (store) => {
      const child = childId ? await store.children.findForUpdate({ id: childId }) : null;
      if (!child) return refuse(notFound('disabledChild'));
      const refusals: NoteRefusal[] = [
        ...dayRefusals('notedOn', notedOn, { earliest: child.bornOn, latest: today }),
        ...silence('reason', reason),
        ...silence('nextStep', nextStep),
      ];
      if (placementOn(await store.placements.list({ childId: child.id }), notedOn))
        refusals.push({ kind: 'ChildIsPlaced' });
      if (refusals.length > 0) return refuse(...refusals);
      await store.unplacedNotes.insert({
        countyCode: county,
        id: newId(),
        childId: child.id,
        notedOn,
        reason,
        nextStep,
      });
      return { id: child.id, refusals };
    });
  }
}
