import { manyByKey, type RequestContext } from '@bureau/subgraph';
import type { PlacementService } from '../placement/placement.service.ts';
import type { UnplacedNote } from './unplaced-note.entity.ts';
import { UnplacedNoteRepository } from './unplaced-note.repository.ts';
import { noteOn } from './unplaced-note.rules.ts';

export class UnplacedNoteService {
  readonly #placements: PlacementService;
  readonly #ofChild;

  constructor({ session, actor }: RequestContext, placements: PlacementService) {
    const repository = new UnplacedNoteRepository(session);
    this.#placements = placements;
    this.#ofChild = manyByKey(
      (ids) => repository.listOfChildren(actor.scope.county, ids),
      (note) => note.childId,
    );
  }

  /** Null when the child is placed on the day, or nothing has been noted since it no longer is. */
  async findOfChild(childId: string, day: string): Promise<UnplacedNote | null> {
    const [notes, placements] = await Promise.all([this.#ofChild.load(childId), this.#placements.listOfChild(childId)]);
    return noteOn(notes, placements, day);
  }
}
