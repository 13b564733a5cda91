import type { Sealer } from '@bureau/access';
import { dayInBeijing } from '@bureau/calendar';
import type { RequestContext } from '@bureau/subgraph';
import { AgeBandService } from './age-band/age-band.service.ts';
import { CountyService } from './county/county.service.ts';
import { DisabledChildService } from './disabled-child/disabled-child.service.ts';
import { PlacementService } from './placement/placement.service.ts';
import { StudentService } from './student/student.service.ts';
import { UnplacedNoteService } from './unplaced-note/unplaced-note.service.ts';

/** What the process lends to every request. */
export interface Surroundings {
  sealer: Sealer;
  now: () => Date;
}

/** What a resolver of this office may use. */
export interface Context extends RequestContext {
  sealer: Sealer;
  /** In Beijing. */
  today: string;
  ageBands: AgeBandService;
  placements: PlacementService;
  unplacedNotes: UnplacedNoteService;
  disabledChildren: DisabledChildService;
  students: StudentService;
  counties: CountyService;
}

export function createContext(request: RequestContext, { sealer, now }: Surroundings): Context {
  const today = dayInBeijing(now());
  const placements = new PlacementService(request);
  const disabledChildren = new DisabledChildService(request, today, sealer);
  return {
    ...request,
    sealer,
    today,
    ageBands: new AgeBandService(request),
    placements,
    unplacedNotes: new UnplacedNoteService(request, placements),
    disabledChildren,
    students: new StudentService(request, today),
    counties: new CountyService(disabledChildren),
  };
}
