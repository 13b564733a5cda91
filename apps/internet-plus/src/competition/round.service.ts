import { addWorkingDays, HolidayYearMissing } from '@bureau/calendar';
import type { Desk } from '../record/desk.repository.ts';
import type { Outcome, RecordService, Verdict } from '../record/record.service.ts';
import { type ChangeRefusal, latestRefusals, type Refusal, refuse, textRefusals } from '../refusal/refusal.rules.ts';
import { judgeRefusals, NEXT_LEVEL, type RoundAct, roundNext, roundOrder } from './competition.rules.ts';
import { CompetitionAppealEntity } from './competition-appeal.entity.ts';
import { CompetitionJudgeEntity } from './competition-judge.entity.ts';
import { type CompetitionRound, CompetitionRoundEntity } from './competition-round.entity.ts';
import { reopen } from './round-reopening.service.ts';
import { listRoundEntries } from './round-entries.repository.ts';
import { RoundResultEntity } from './round-result.entity.ts';
import { writeResults } from './round-results.service.ts';

interface Act {
  version: number;
  idempotencyKey?: string | null;
}

export interface AppealInput {
  round: string;
  entry: string;
  reason: string;
  idempotencyKey?: string | null;
}

type AdvanceRefusal = Refusal<
  'ActOutOfOrder' | 'JudgesTooFew' | 'ScoresMissing' | 'NoticeRunning' | 'HolidaysUnknown' | 'TasksOpen'
>;
type Decided = Verdict<CompetitionRound, AdvanceRefusal>;

const TEXT_LONGEST = 500;

/** A round from its last day of entries to its awards, and the appeals in between. */
export class RoundService {
  readonly #records: RecordService;

  constructor(records: RecordService) {
    this.#records = records;
  }

  advance(
    input: Act & { competitionRound: string; act: Exclude<RoundAct, 'REOPEN'> },
  ): Promise<Outcome<ChangeRefusal | AdvanceRefusal>> {
    const about = { entity: CompetitionRoundEntity, id: input.competitionRound, field: 'competitionRound' };
    return this.#records.actOn('competitionRoundAdvance', input, about, async (desk, round): Promise<Decided> => {
      const order = roundOrder(round.state, input.act);
      if (order.length > 0) return { refusals: order };
      const state = roundNext(round.state, input.act);
      switch (input.act) {
        case 'CLOSE_ENTRIES':
          return { refusals: [], changes: { state } };
        case 'JUDGE':
          return { refusals: await fewJudges(desk, round), changes: { state } };
        case 'PUBLICISE':
          return publicise(desk, round);
        case 'AWARD':
          return { refusals: await openQuestions(desk, round), changes: { state } };
        case 'PROMOTE':
          await openNext(desk, round);
          return { refusals: [], changes: { state } };
      }
    });
  }

  appeal(
    input: AppealInput,
  ): Promise<Outcome<Refusal<'RecordNotFound' | 'RecordExists' | 'ResultFinal' | 'TextUnfit' | 'DayTooLate'>>> {
    return this.#records.act('competitionAppealFile', input, async (desk) => {
      const round = await desk.findForUpdate(CompetitionRoundEntity, input.round, 'round');
      if (!round) return { id: null, refusals: [refuse('RecordNotFound', 'round', {})] };
      const entryId = desk.idOf(input.entry, 'entry') ?? '';
      const result = await desk.findBy(RoundResultEntity, { roundId: round.id, entryId });
      if (!result) return { id: null, refusals: [refuse('RecordNotFound', 'entry', {})] };
      const isStanding = round.state === 'PUBLICISED';
      const refusals = [
        ...(isStanding ? [] : [refuse('ResultFinal', 'round', { state: round.state })]),
        ...(isStanding && round.noticeUntil ? latestRefusals(desk.today, 'round', round.noticeUntil) : []),
        ...textRefusals(input.reason, 'reason', TEXT_LONGEST),
      ];
      if (refusals.length > 0) return { id: null, refusals };
      const { countyCode, schoolId, townshipCode } = result;
      const filed = { reason: input.reason, filedOn: desk.today, state: 'FILED' as const, answer: null, version: 1 };
      const of = { countyCode, schoolId, townshipCode, roundId: round.id, entryId };
      const appeal = { ...of, id: desk.newId(), ...filed };
      if (await desk.insert(CompetitionAppealEntity, appeal)) return { id: appeal.id, refusals };
      return { id: null, refusals: [refuse('RecordExists', 'entry', { existing: null })] };
    });
  }

  /** An appeal that is upheld opens the result again, so that its entry is judged anew; never once it is awarded. */
  answer(
    input: Act & { competitionAppeal: string; isUpheld: boolean; answer: string },
  ): Promise<Outcome<ChangeRefusal | Refusal<'ActOutOfOrder' | 'TextUnfit' | 'ResultFinal'>>> {
    const about = { entity: CompetitionAppealEntity, id: input.competitionAppeal, field: 'competitionAppeal' };
    return this.#records.actOn('competitionAppealAnswer', input, about, async (desk, appeal) => {
      const isOpen = appeal.state === 'FILED';
      const refusals = [
        ...(isOpen ? [] : [refuse('ActOutOfOrder', '', { state: appeal.state, acts: [] })]),
        ...textRefusals(input.answer, 'answer', TEXT_LONGEST),
      ];
      if (refusals.length > 0) return { refusals };
      if (input.isUpheld) {
        const final = await reopen(desk, appeal);
        if (final.length > 0) return { refusals: final };
      }
      const state = input.isUpheld ? ('UPHELD' as const) : ('DISMISSED' as const);
      return { refusals, changes: { state, answer: input.answer } };
    });
  }
}

async function fewJudges(desk: Desk, { id }: CompetitionRound): Promise<Refusal<'JudgesTooFew'>[]> {
  const { 'competition.fewestJudges': needed } = await desk.settings();
  const judges = await desk.listBy(CompetitionJudgeEntity, { roundId: id });
  return judgeRefusals(judges, await listRoundEntries(desk.manager, desk.county, id), needed);
}

async function publicise(desk: Desk, round: CompetitionRound): Promise<Decided> {
  const { 'competition.fewestJudges': needed, 'competition.noticeWorkingDays': days } = await desk.settings();
  const entries = await listRoundEntries(desk.manager, desk.county, round.id);
  const missing = entries.filter(({ scores }) => scores.length < needed).length;
  if (missing > 0) return { refusals: [refuse('ScoresMissing', 'competitionRound', { missing })] };
  try {
    const noticeUntil = addWorkingDays(desk.today, days, await desk.workingCalendar());
    await writeResults(desk, round, entries);
    return { refusals: [], changes: { state: 'PUBLICISED', noticeUntil } };
  } catch (error) {
    if (!(error instanceof HolidayYearMissing)) throw error;
    return { refusals: [refuse('HolidaysUnknown', 'act', { year: error.year })] };
  }
}

async function openQuestions(desk: Desk, round: CompetitionRound): Promise<Refusal<'NoticeRunning' | 'TasksOpen'>[]> {
  const open = (await desk.listBy(CompetitionAppealEntity, { roundId: round.id, state: 'FILED' })).length;
  const isRunning = round.noticeUntil !== null && desk.today <= round.noticeUntil;
  return [
    ...(isRunning ? [refuse('NoticeRunning', 'act', { until: round.noticeUntil ?? '' })] : []),
    ...(open > 0 ? [refuse('TasksOpen', 'act', { open })] : []),
  ];
}

async function openNext(
  desk: Desk,
  { countyCode, competitionId, level, entriesUntil }: CompetitionRound,
): Promise<void> {
  const next = NEXT_LEVEL[level];
  if (next === null) return;
  const opened = { level: next, state: 'ENTRY_CLOSED' as const, entriesUntil, noticeUntil: null, version: 1 };
  await desk.insert(CompetitionRoundEntity, { countyCode, id: desk.newId(), competitionId, ...opened });
}
