import type { Desk } from '../record/desk.repository.ts';
import type { Outcome, RecordService } from '../record/record.service.ts';
import {
  type ChangeRefusal,
  latestRefusals,
  orderRefusals,
  rangeRefusals,
  type Refusal,
  refuse,
  textRefusals,
} from '../refusal/refusal.rules.ts';
import { ClassroomPairingEntity } from './classroom-pairing.entity.ts';
import { LESSON_TRANSITIONS, type LessonAct, lessonDays, lessonRefusals } from './lesson.rules.ts';
import { LessonSessionEntity } from './lesson-session.entity.ts';
import { findTakenParty } from './lesson-place.repository.ts';
import { type LessonPlanInput, placesOf, timetable } from './lesson-timetable.service.ts';
import { SessionPartyEntity } from './session-party.entity.ts';
import type { LessonState } from './three-classrooms-terms.rules.ts';

interface Act {
  version: number;
  idempotencyKey?: string | null;
}

type PlanRefusal = Refusal<
  | 'RecordNotFound'
  | 'CodeUnknown'
  | 'HolidayChosen'
  | 'HolidaysUnknown'
  | 'PlaceTaken'
  | 'TextUnfit'
  | 'ValueOutOfRange'
  | 'DayTooEarly'
  | 'DayTooLate'
>;

const REASON_LONGEST = 200;
const ATTENDANCE = { least: 0, greatest: 1_000 };
const NOBODY = { least: 0, greatest: 0 };

/** The timetable of the three classrooms, and what became of each lesson. */
export class LessonService {
  readonly #records: RecordService;

  constructor(records: RecordService) {
    this.#records = records;
  }

  /** Puts every lesson of the timetable down, or none. */
  plan(input: LessonPlanInput): Promise<Outcome<PlanRefusal>> {
    return this.#records.act('lessonSessionPlan', input, async (desk) => {
      const pairing = await desk.findForUpdate(ClassroomPairingEntity, input.pairing, 'pairing');
      if (!pairing) return { id: null, refusals: [refuse('RecordNotFound', 'pairing', {})] };
      const places = await placesOf(desk, pairing, input);
      const refusals: PlanRefusal[] = [...places.refusals, ...lessonRefusals(input, pairing)];
      if (refusals.length > 0) return { id: null, refusals };
      const { days, refusals: dayRefusals } = lessonDays(input, await desk.workingCalendar());
      if (dayRefusals.length > 0) return { id: null, refusals: dayRefusals };

      const { parties, sessions } = timetable(desk, { input, pairing, days, places: places.found });
      await desk.lock(`rooms and classes ${desk.county}`);
      const taken = await findTakenParty(desk.manager, desk.county, parties);
      if (taken) return { id: null, refusals: [refuse('PlaceTaken', 'parties', taken)] };
      await desk.insert(LessonSessionEntity, ...sessions);
      await desk.insert(SessionPartyEntity, ...parties);
      return { id: sessions[0]?.id ?? null, refusals };
    });
  }

  hold(
    input: Act & { lessonSession: string },
  ): Promise<Outcome<ChangeRefusal | Refusal<'ActOutOfOrder' | 'DayTooLate'>>> {
    const about = { entity: LessonSessionEntity, id: input.lessonSession, field: 'lessonSession' };
    return this.#records.actOn('lessonSessionHold', input, about, async (desk, { state, heldOn, id, leadSchoolId }) => {
      const refusals = [
        ...orderRefusals<LessonState, LessonAct>(LESSON_TRANSITIONS, state, 'HOLD'),
        ...latestRefusals(heldOn, 'lessonSession', desk.today),
      ];
      if (refusals.length === 0) await confirmLead(desk, id, leadSchoolId);
      return { refusals, changes: { state: 'HELD' as const } };
    });
  }

  cancel(
    input: Act & { lessonSession: string; reason: string },
  ): Promise<Outcome<ChangeRefusal | Refusal<'ActOutOfOrder' | 'TextUnfit'>>> {
    const about = { entity: LessonSessionEntity, id: input.lessonSession, field: 'lessonSession' };
    return this.#records.actOn('lessonSessionCancel', input, about, async (desk, { state, id }) => {
      const refusals = [
        ...orderRefusals<LessonState, LessonAct>(LESSON_TRANSITIONS, state, 'CANCEL'),
        ...textRefusals(input.reason, 'reason', REASON_LONGEST),
      ];
      if (refusals.length > 0) return { refusals };
      for (const party of await desk.listBy(SessionPartyEntity, { sessionId: id }))
        await desk.change(SessionPartyEntity, party, { isCancelled: true });
      return { refusals, changes: { state: 'CANCELLED' as const, reason: input.reason } };
    });
  }

  attend(
    input: Act & { sessionParty: string; wasPresent: boolean; attendance: number },
  ): Promise<Outcome<ChangeRefusal | Refusal<'ActOutOfOrder' | 'ValueOutOfRange' | 'DayTooLate'>>> {
    const about = { entity: SessionPartyEntity, id: input.sessionParty, field: 'sessionParty' };
    return this.#records.actOn('sessionPartyAttend', input, about, async (desk, { isCancelled, heldOn }) => {
      const { wasPresent, attendance } = input;
      const refusals = [
        ...(isCancelled ? [refuse('ActOutOfOrder', '', { state: 'CANCELLED', acts: [] })] : []),
        ...latestRefusals(heldOn, 'sessionParty', desk.today),
        ...rangeRefusals(attendance, 'attendance', wasPresent ? ATTENDANCE : NOBODY),
      ];
      return { refusals, changes: { wasPresent, attendance } };
    });
  }
}

/** Who gives a lesson was there. */
async function confirmLead(desk: Desk, sessionId: string, leadSchoolId: string): Promise<void> {
  const lead = await desk.findBy(SessionPartyEntity, { sessionId, schoolId: leadSchoolId });
  if (lead) await desk.change(SessionPartyEntity, lead, { wasPresent: true });
}
