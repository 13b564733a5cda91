import type { Day } from '@bureau/calendar';
import type { PlacementKind } from './placement.rules.ts';

/** A placement as somebody chooses it, before it is one. */
export interface PlacementChoice {
  kind: PlacementKind;
  schoolId: string | null;
  externalSchoolName: string | null;
  externalSchoolCity: string | null;
  startsOn: Day;
  expiresOn: Day | null;
  documentNumber: string | null;
  externalConfirmation: string | null;
}

export type ChoiceRefusal =
  | { kind: 'PlacementIncomplete'; missing: string[] }
  | { kind: 'PlacementUnfit'; needless: string[] }
  | { kind: 'PlacementOutsideAge'; earliest: Day; latest: Day }
  | { kind: 'PlacementOverlaps'; startsOn: Day };

type Part =
  'school' | 'externalSchoolName' | 'externalSchoolCity' | 'expiresOn' | 'documentNumber' | 'externalConfirmation';

const external: readonly Part[] = ['externalSchoolName', 'externalSchoolCity', 'externalConfirmation'];

/** What a kind must have, and what it may. A deferral needs its approval and its expiry (义务教育法 art. 11). */
const PARTS: Readonly<Record<PlacementKind, { needs: readonly Part[]; may: readonly Part[] }>> = {
  REGULAR_CLASS: { needs: ['school'], may: [] },
  SPECIAL_CLASS: { needs: ['school'], may: [] },
  SPECIAL_SCHOOL_COUNTY: { needs: ['school'], may: [] },
  SPECIAL_SCHOOL_EXTERNAL: { needs: external, may: [] },
  HOME_TEACHING: { needs: ['school'], may: [] },
  DISTANCE: { needs: [], may: ['school', ...external] },
  WELFARE_OR_REHAB_CLASS: { needs: [], may: ['school', ...external] },
  DEFERRED: { needs: ['expiresOn', 'documentNumber'], may: [] },
  EXEMPT: { needs: ['documentNumber'], may: [] },
  VOCATIONAL: { needs: [], may: ['school', ...external] },
  MOVED_OUT: { needs: [], may: external },
  COMPLETED: { needs: [], may: [] },
};

const ALL: readonly Part[] = ['school', ...external, 'expiresOn', 'documentNumber'];

/** Every reason why the fields do not make a placement of the kind. */
export function fieldRefusals(choice: PlacementChoice): ChoiceRefusal[] {
  const { needs, may } = PARTS[choice.kind];
  const given = (part: Part) => (part === 'school' ? choice.schoolId : choice[part]) !== null;
  const missing = needs.filter((part) => !given(part));
  const allowed = [...needs, ...may, 'documentNumber'];
  const needless = ALL.filter((part) => given(part) && !allowed.includes(part));
  return [
    ...(missing.length > 0 ? [{ kind: 'PlacementIncomplete' as const, missing }] : []),
    ...(needless.length > 0 ? [{ kind: 'PlacementUnfit' as const, needless }] : []),
  ];
}

interface ChildFacts {
  bornOn: Day;
  /** The last day on which a placement may begin: the child is of age until then. */
  ofAgeUntil: Day;
  /** Of the placement that begins last; null when there is none. */
  lastStartsOn: Day | null;
}

/** What may begin when a child is no longer of age. */
const AFTER_AGE: readonly PlacementKind[] = ['VOCATIONAL', 'MOVED_OUT', 'COMPLETED'];

/** Every reason why a child may not be placed so: dated facts are added at the end, never put between. */
export function choiceRefusals(
  choice: PlacementChoice,
  { bornOn, ofAgeUntil, lastStartsOn }: ChildFacts,
): ChoiceRefusal[] {
  const refusals = fieldRefusals(choice);
  const { startsOn, expiresOn } = choice;
  const isTooLate = startsOn > ofAgeUntil && !AFTER_AGE.includes(choice.kind);
  if (startsOn < bornOn || isTooLate)
    refusals.push({ kind: 'PlacementOutsideAge', earliest: bornOn, latest: ofAgeUntil });
  if (lastStartsOn !== null && startsOn <= lastStartsOn)
    refusals.push({ kind: 'PlacementOverlaps', startsOn: lastStartsOn });
  if (expiresOn !== null && expiresOn <= startsOn)
    refusals.push({ kind: 'PlacementIncomplete', missing: ['expiresOn'] });
  return refusals;
}
