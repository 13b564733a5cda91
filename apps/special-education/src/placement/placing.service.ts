import { newEvent, type PlacementCause, placementChanged, placementDecided } from '@bureau/events';
import { schoolYearOf } from '@bureau/calendar';
import { newId } from '@bureau/subgraph';
import { AgeBandRepository } from '../age-band/age-band.repository.ts';
import { bandOf, ofAgeUntil } from '../age-band/age-band.rules.ts';
import type { DisabledChild } from '../disabled-child/disabled-child.entity.ts';
import type { Store } from '../store.ts';
import { attendanceOf } from './attendance.rules.ts';
import { type ChoiceRefusal, choiceRefusals, type PlacementChoice } from './placement-choice.rules.ts';
import type { Placement } from './placement.entity.ts';

export type PlacingRefusal = ChoiceRefusal | { kind: 'SchoolUnknown' };

/** Every reason why a locked child may not be placed as chosen. */
export async function placingRefusals(
  store: Store,
  child: DisabledChild,
  choice: PlacementChoice,
): Promise<PlacingRefusal[]> {
  const placements = await store.placements.list({ childId: child.id }, { startedOn: 'DESC' });
  const band = bandOf(await new AgeBandRepository(store.reader).list(store.county), schoolYearOf(choice.startsOn));
  const facts = {
    bornOn: child.bornOn,
    ofAgeUntil: band ? ofAgeUntil(band, child.bornOn) : choice.startsOn,
    lastStartsOn: placements[0]?.startedOn ?? null,
  };
  const refusals: PlacingRefusal[] = choiceRefusals(choice, facts);
  const isKnown = choice.schoolId === null || (await store.hasSchool(choice.schoolId, choice.startsOn));
  return isKnown ? refusals : [...refusals, { kind: 'SchoolUnknown' }];
}

export interface Placing {
  decidedOn: string;
  cause: PlacementCause;
}

/** Ends what was in force and begins what was chosen, for a locked child; enrollment hears of it. */
export async function place(
  store: Store,
  child: DisabledChild,
  choice: PlacementChoice,
  { decidedOn, cause }: Placing,
): Promise<Placement> {
  await endPlacements(store, child.id, choice.startsOn);
  const placement: Placement = {
    countyCode: store.county,
    id: newId(),
    childId: child.id,
    kind: choice.kind,
    schoolId: choice.schoolId,
    externalSchoolName: choice.externalSchoolName,
    externalSchoolCity: choice.externalSchoolCity,
    startedOn: choice.startsOn,
    endedOn: null,
    expiresOn: choice.expiresOn,
    decidedOn,
    documentNumber: choice.documentNumber,
  };
  await store.placements.insert(placement);
  await store.children.change(child, {});
  await tellOfPlacement(store, child, { placement, cause });
  return placement;
}

/** Whatever is in force on a day ends on it; what has lapsed by itself stays as it is. */
async function endPlacements(store: Store, childId: string, day: string): Promise<void> {
  await store.reader.read((manager) =>
    manager.query(
      `UPDATE placement SET ended_on = $3 WHERE county_code = $1 AND child_id = $2
         AND started_on < $3 AND (LEAST(ended_on, expires_on) IS NULL OR LEAST(ended_on, expires_on) > $3)`,
      [store.county, childId, day],
    ),
  );
}

/** Tells of a child on the roll, whose version has just gone up by one. */
export async function tellOfPlacement(
  store: Store,
  { studentId, version }: Pick<DisabledChild, 'studentId' | 'version'>,
  { placement, cause }: { placement: Placement; cause: PlacementCause },
): Promise<void> {
  if (studentId === null) return;
  const { kind, schoolId, startedOn, endedOn, expiresOn } = placement;
  const eventType = cause === 'DECISION' ? placementDecided : placementChanged;
  const state = {
    studentId,
    attendancePlacement: attendanceOf(kind, schoolId),
    schoolId,
    from: startedOn,
    to: endedOn ?? expiresOn,
    cause,
    version: version + 1,
  };
  await store.tell(newEvent(eventType, store.county, state));
}
