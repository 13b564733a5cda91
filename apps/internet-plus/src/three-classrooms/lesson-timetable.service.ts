import { type Desk, type Place, placeOf } from '../record/desk.repository.ts';
import { type Refusal, refuse } from '../refusal/refusal.rules.ts';
import type { ClassroomPairing } from './classroom-pairing.entity.ts';
import { type LessonAsked, minutesBetween } from './lesson.rules.ts';
import { PairingReceiverEntity } from './pairing-receiver.entity.ts';
import type { LessonMode } from './three-classrooms-terms.rules.ts';

export interface LessonPlanInput extends LessonAsked {
  pairing: string;
  mode: LessonMode;
  idempotencyKey?: string | null;
}

interface Seat extends Place {
  room: string;
  className: string;
}

/** Where each school of the agreement sits; a school that is not of it, or comes twice, is not found. */
export async function placesOf(desk: Desk, pairing: ClassroomPairing, { parties }: LessonPlanInput) {
  const receivers = await desk.listBy(PairingReceiverEntity, { pairingId: pairing.id });
  const ofPairing = new Set([pairing.leadSchoolId, ...receivers.map(({ schoolId }) => schoolId)]);
  const ids = parties.map(({ school }) => desk.idOf(school, 'parties') ?? '');
  const schools = new Map(
    (await desk.listSchools(ids.filter((id) => ofPairing.has(id)))).map((school) => [school.id, school]),
  );
  const found: Seat[] = [];
  const refusals: Refusal<'RecordNotFound'>[] = [];
  for (const [at, { room, className }] of parties.entries()) {
    const school = ids.indexOf(ids[at] ?? '') === at ? schools.get(ids[at] ?? '') : undefined;
    if (school) found.push({ ...placeOf(school), room, className });
    if (!school) refusals.push(refuse('RecordNotFound', `parties.${at}.school`, {}));
  }
  const hasLead = found.some(({ schoolId }) => schoolId === pairing.leadSchoolId);
  if (!hasLead || found.length < 2) refusals.push(refuse('RecordNotFound', 'parties', {}));
  return { found, refusals };
}

interface Timetable {
  input: LessonPlanInput;
  pairing: ClassroomPairing;
  days: string[];
  places: Seat[];
}

/** The lessons of a timetable, and every school in each. */
export function timetable(desk: Desk, { input, pairing, days, places }: Timetable) {
  const { mode, subject, grade, startsAt, endsAt } = input;
  const { kind, leadSchoolId, id: pairingId } = pairing;
  const minutes = minutesBetween(startsAt, endsAt);
  const lesson = { pairingId, leadSchoolId, kind, mode, subject, grade, startsAt, endsAt, minutes, reason: null };
  const sessions = days.map((heldOn) => ({
    countyCode: desk.county,
    id: desk.newId(),
    ...lesson,
    heldOn,
    state: 'PLANNED' as const,
    version: 1,
  }));
  const parties = sessions.flatMap(({ id: sessionId, heldOn }) =>
    places.map((seat) => ({
      ...seat,
      id: desk.newId(),
      sessionId,
      leadSchoolId,
      role: seat.schoolId === leadSchoolId ? ('LEAD' as const) : ('RECEIVER' as const),
      heldOn,
      startsAt,
      endsAt,
      isCancelled: false,
      wasPresent: null,
      attendance: null,
      version: 1,
    })),
  );
  return { sessions, parties };
}
