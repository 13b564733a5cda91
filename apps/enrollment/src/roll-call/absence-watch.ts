import { addDays } from '@bureau/calendar';
import { settingsOn } from '@bureau/settings';
import type { Reader } from '@bureau/subgraph';
import type { Streak } from '../attendance/absence.rules.ts';
import { AttendanceRepository } from '../attendance/attendance.repository.ts';
import { absenceSettings } from '../attendance/attendance.settings.ts';
import { CaseActionRepository } from '../case-action/case-action.repository.ts';
import type { DropoutCase } from '../dropout-case/dropout-case.entity.ts';
import { DropoutStandingRepository } from '../dropout-case/dropout-standing.repository.ts';
import type { DropoutStage } from '../dropout-case/dropout-case.rules.ts';
import { caseSettings } from '../dropout-case/dropout-case.settings.ts';
import { stageDueOn } from '../dropout-case/dropout-needs.rules.ts';
import { stageAction } from '../dropout-case/stage-action.ts';
import { openedCase } from '../dropout-case/opened-case.ts';
import { SchoolCalendarRepository } from '../school-calendar/school-calendar.repository.ts';
import { isNoShow, type WatchDecision, watchDecision } from './absence-watch.rules.ts';

/** The reason of a case that nobody has asked after yet. */
const REASON_UNKNOWN = 'R99';

export interface CalledClass {
  countyCode: string;
  classId: string;
  schoolId: string;
  day: string;
  members: readonly { id: string; townshipCode: string }[];
  by: string;
  at: Date;
}

interface Decided {
  streak: Streak;
  decision: WatchDecision;
  standing: DropoutCase | undefined;
}

/** Opens, raises and ends watches by what a roll-call says; in the transaction of the roll-call, with as many statements for any class. */
export class AbsenceWatch {
  readonly #reader: Reader;

  constructor(reader: Reader) {
    this.#reader = reader;
  }

  async follow(called: CalledClass): Promise<void> {
    const { countyCode: county, day } = called;
    const catalogue = { ...absenceSettings, ...caseSettings };
    const settings = await settingsOn(this.#reader, { county, day, catalogue });
    const termStart = await new SchoolCalendarRepository(this.#reader).findTermStart(county, day);
    const ids = called.members.map(({ id }) => id);
    const streaks = await new AttendanceRepository(this.#reader).listStreaks(county, ids, day);
    const cases = new DropoutStandingRepository(this.#reader);
    const standing = new Map((await cases.listStandingForUpdate(county, ids)).map((each) => [each.studentId, each]));
    const decided = streaks.map((streak): Decided => {
      const one = standing.get(streak.studentId);
      const decision = watchDecision(streak, { day, termStart, stage: one?.stage ?? null }, settings);
      return { streak, decision, standing: one };
    });
    await this.#open(called, decided, { termStart, stageDays: settings['case.stageDays'] });
    await this.#move(called, decided, settings['case.stageDays']);
  }

  async #open(
    { countyCode, classId, schoolId, day, members }: CalledClass,
    decided: readonly Decided[],
    { termStart, stageDays }: { termStart: string | null; stageDays: Readonly<Record<string, number>> },
  ): Promise<void> {
    const townships = new Map(members.map(({ id, townshipCode }) => [id, townshipCode]));
    const opened = decided
      .filter(({ decision, standing }) => !standing && (decision === 'WATCH' || decision === 'SUSPECT'))
      .map(({ streak, decision }) => {
        const { studentId: id, since, lastSeenOn } = streak;
        const townshipCode = townships.get(id) ?? '';
        return openedCase({
          student: { countyCode, id, schoolId, classId, townshipCode },
          stage: decision === 'SUSPECT' ? 'SUSPECTED' : 'WATCH',
          today: day,
          lastSeenOn: lastSeenOn ?? addDays(since ?? day, -1),
          reasonCode: REASON_UNKNOWN,
          discoveredBy: isNoShow(streak, termStart) ? 'TERM_START_NO_SHOW' : 'ROLL_CALL',
          stageDays,
        });
      });
    await new DropoutStandingRepository(this.#reader).insertUnlessStanding(opened);
  }

  async #move(
    { day, by, at }: CalledClass,
    decided: readonly Decided[],
    stageDays: Readonly<Record<string, number>>,
  ): Promise<void> {
    const moved = (decision: WatchDecision) =>
      decided.flatMap(({ decision: each, standing }) => (each === decision && standing ? [standing] : []));
    const groups: [DropoutStage, DropoutCase[], Partial<DropoutCase>][] = [
      ['SUSPECTED', moved('SUSPECT'), { isSuspicion: true, suspectedOn: day, risk: 'ORANGE' }],
      ['RETURNED', moved('BACK'), { returnedOn: day, returnPlacement: 'ORIGINAL_CLASS' }],
    ];
    const cases = new DropoutStandingRepository(this.#reader);
    for (const [stage, those, changes] of groups) {
      const dueOn = stageDueOn(stage, day, stageDays);
      await cases.writeAll(those, { ...changes, stage, stageSince: day, dueOn });
      const record = { words: '点名记录', approvedBy: null, recordedBy: by, recordedAt: at };
      await new CaseActionRepository(this.#reader).insert(those.map((each) => stageAction(each, stage, day, record)));
    }
  }
}
