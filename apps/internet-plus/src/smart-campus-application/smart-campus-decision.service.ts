import { addDays, addMonths, addWorkingDays, HolidayYearMissing } from '@bureau/calendar';
import type { Desk } from '../record/desk.repository.ts';
import type { Outcome, RecordService, Verdict } from '../record/record.service.ts';
import { type ChangeRefusal, type Refusal, refuse } from '../refusal/refusal.rules.ts';
import { SmartCampusRatingEntity } from '../smart-campus/smart-campus-rating.entity.ts';
import { type SmartCampusApplication, SmartCampusApplicationEntity } from './smart-campus-application.entity.ts';
import { decisionRefusals, type SmartCampusAct, smartCampusNext } from './smart-campus-application.rules.ts';

export interface DecisionInput {
  smartCampusApplication: string;
  act: Exclude<SmartCampusAct, 'SUBMIT' | 'REVIEW' | 'DEFEND'>;
  reason?: string | null;
  version: number;
  idempotencyKey?: string | null;
}

type DecisionRefusal = Refusal<'ActOutOfOrder' | 'NoticeRunning' | 'TextUnfit' | 'HolidaysUnknown' | 'RecordExists'>;
type Decided = Verdict<SmartCampusApplication, DecisionRefusal>;

/** What the county decides about stars: notice, award, re-check, and what ends it. */
export class SmartCampusDecisionService {
  readonly #records: RecordService;

  constructor(records: RecordService) {
    this.#records = records;
  }

  advance(input: DecisionInput): Promise<Outcome<ChangeRefusal | DecisionRefusal>> {
    const field = 'smartCampusApplication';
    const about = { entity: SmartCampusApplicationEntity, id: input.smartCampusApplication, field };
    return this.#records.actOn('smartCampusApplicationAdvance', input, about, async (desk, application) => {
      const refusals = decisionRefusals(application, input, desk.today);
      if (refusals.length > 0) return { refusals };
      const changes = { state: smartCampusNext(application.state, input.act), reason: input.reason ?? null };
      switch (input.act) {
        case 'NOTICE':
          return notice(desk, changes);
        case 'AWARD':
        case 'CONFIRM':
          return award(desk, application, changes);
        case 'REVOKE':
          await endRating(desk, application.schoolId, 'REVOKED');
          return { refusals, changes: { ...changes, decidedOn: desk.today } };
        case 'REJECT':
          return { refusals, changes: { ...changes, decidedOn: desk.today } };
        case 'RETURN':
        case 'RECHECK':
          return { refusals, changes };
      }
    });
  }
}

/** The notice ends after so many working days. */
async function notice(desk: Desk, changes: Partial<SmartCampusApplication>): Promise<Decided> {
  const { 'smartCampus.noticeWorkingDays': days } = await desk.settings();
  try {
    const noticeUntil = addWorkingDays(desk.today, days, await desk.workingCalendar());
    return { refusals: [], changes: { ...changes, noticeFrom: desk.today, noticeUntil } };
  } catch (error) {
    if (!(error instanceof HolidayYearMissing)) throw error;
    return { refusals: [refuse('HolidaysUnknown', 'act', { year: error.year })] };
  }
}

/** The stars take the place of those in force. */
async function award(
  desk: Desk,
  { countyCode, schoolId, townshipCode, targetStars }: SmartCampusApplication,
  changes: Partial<SmartCampusApplication>,
): Promise<Decided> {
  const { 'smartCampus.validMonths': months } = await desk.settings();
  await endRating(desk, schoolId, 'SUPERSEDED');
  const validUntil = addDays(addMonths(desk.today, months), -1);
  const given = { stars: targetStars, awardedOn: desk.today, validUntil, state: 'AWARDED' as const, endedOn: null };
  const rating = { countyCode, id: desk.newId(), schoolId, townshipCode, ...given };
  if (await desk.insert(SmartCampusRatingEntity, rating))
    return { refusals: [], changes: { ...changes, decidedOn: desk.today } };
  return { refusals: [refuse('RecordExists', 'act', { existing: null })] };
}

/** Ends the stars that are in force today; those of today itself cannot end on the day that they began. */
async function endRating(desk: Desk, schoolId: string, state: 'SUPERSEDED' | 'REVOKED'): Promise<void> {
  const ratings = await desk.listBy(SmartCampusRatingEntity, { schoolId, state: 'AWARDED' });
  const standing = ratings.filter(({ awardedOn, validUntil }) => {
    return awardedOn < desk.today && (validUntil === null || validUntil >= desk.today);
  });
  for (const { id } of standing) await desk.update(SmartCampusRatingEntity, id, { state, endedOn: desk.today });
}
