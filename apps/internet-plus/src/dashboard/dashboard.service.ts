import { type Ratio, ratio } from '@bureau/money';
import { settingsOn } from '@bureau/settings';
import type { RequestContext } from '@bureau/subgraph';
import { roundResults } from '../competition/competition.repository.ts';
import { classrooms, upgradeProjects } from '../connectivity/connectivity.repository.ts';
import { pilotTasks } from '../pilot-task/pilot-task.repository.ts';
import { platformExports, platformUses } from '../platform-use/platform-use.repository.ts';
import type { Criteria, Listed, RecordGroup, RecordList } from '../record/record-list.repository.ts';
import { schoolYearWindow } from '../roster/school-year-window.rules.ts';
import { settings } from '../settings.ts';
import { SmartCampusRatingRepository } from '../smart-campus/smart-campus-rating.repository.ts';
import { expertEngagements } from '../task-force/task-force.repository.ts';
import { literacyResults } from '../teacher/teacher.repository.ts';
import { lessonSessions, pairingReceivers, subjectShortages } from '../three-classrooms/three-classrooms.repository.ts';

export interface InternetPlusDashboard {
  asOf: string;
  classrooms: number;
  classroomsWithoutMultimedia: number;
  classroomsWithoutWifi: number;
  upgradesLate: number;
  sessionCompletion: Ratio;
  sessionsMissed: number;
  sessionsCancelled: number;
  pairs: number;
  pairsNeverMet: number;
  shortagesMet: Ratio;
  platformMonth: string | null;
  platformActivity: Ratio;
  platformLaggards: number;
  stars: RecordGroup[];
  literacyLevels: RecordGroup[];
  medals: RecordGroup[];
  pilotProgress: Ratio;
  expertVisits: number;
}

/** The dashboard: every number is counted by the list behind it, so the two cannot differ. */
export class DashboardService {
  readonly #request: RequestContext;
  readonly #today: string;

  constructor(request: RequestContext, today: string) {
    this.#request = request;
    this.#today = today;
  }

  async of(schoolYear: number): Promise<InternetPlusDashboard> {
    const { startsOn: from, untilOn: asOf } = schoolYearWindow(schoolYear, this.#today);
    const inYear = { from, until: asOf };
    const used = { usedOn: asOf };
    return {
      asOf,
      classrooms: await this.#count(classrooms, used),
      classroomsWithoutMultimedia: await this.#count(classrooms, { ...used, hasMultimedia: false }),
      classroomsWithoutWifi: await this.#count(classrooms, { ...used, hasWifi: false }),
      upgradesLate: await this.#count(upgradeProjects, { lateOn: asOf }),
      sessionCompletion: ratio(
        await this.#count(lessonSessions, { ...inYear, states: ['HELD'] }),
        await this.#count(lessonSessions, { ...inYear, states: ['HELD', 'PLANNED'] }),
      ),
      sessionsMissed: await this.#count(lessonSessions, { from, isMissedOn: asOf }),
      sessionsCancelled: await this.#count(lessonSessions, { ...inYear, states: ['CANCELLED'] }),
      pairs: await this.#count(pairingReceivers, { inForceOn: asOf }),
      pairsNeverMet: await this.#count(pairingReceivers, { inForceOn: asOf, hasMet: false }),
      shortagesMet: ratio(
        await this.#count(subjectShortages, { schoolYear, isMet: true }),
        await this.#count(subjectShortages, { schoolYear }),
      ),
      ...(await this.#platform(asOf)),
      stars: await this.#stars(asOf),
      literacyLevels: await this.#groups(literacyResults, { years: [Number(asOf.slice(0, 4))] }, 'LEVEL'),
      medals: await this.#groups(roundResults, {}, 'AWARD'),
      pilotProgress: ratio(await this.#count(pilotTasks, { isDone: true }), await this.#count(pilotTasks, {})),
      expertVisits: await this.#count(expertEngagements, inYear),
    };
  }

  #count<Row extends Listed, Condition extends string>(
    list: RecordList<Row, Condition>,
    criteria: Criteria<NoInfer<Condition>>,
  ): Promise<number> {
    const { session, actor } = this.#request;
    return list.count(session, actor.scope.county, criteria);
  }

  #groups<Row extends Listed, Condition extends string, Grouping extends string>(
    list: RecordList<Row, Condition, string, Grouping>,
    criteria: Criteria<NoInfer<Condition>>,
    grouping: NoInfer<Grouping>,
  ): Promise<RecordGroup[]> {
    const { session, actor } = this.#request;
    return list.countGroups(session, actor.scope.county, { criteria, grouping });
  }

  #stars(asOf: string): Promise<RecordGroup[]> {
    const { session, actor } = this.#request;
    const repository = new SmartCampusRatingRepository(session);
    return repository.countGroups(actor.scope.county, { inForceOn: asOf }, 'STARS');
  }

  async #platform(asOf: string) {
    const { session, actor } = this.#request;
    const { county } = actor.scope;
    const imported = await this.#months();
    const platformMonth = imported.findLast((month) => month <= asOf.slice(0, 7)) ?? null;
    if (platformMonth === null) return { platformMonth, platformActivity: ratio(0, 0), platformLaggards: 0 };
    const months = [platformMonth];
    const asked = { criteria: { months }, grouping: 'MONTH' as const };
    const [use] = await platformUses.countGroups(session, county, asked);
    const inForce = await settingsOn(session, { county, day: asOf, catalogue: settings });
    const belowActivePercent = inForce['platform.laggardPercent'];
    return {
      platformMonth,
      platformActivity: ratio(use?.active ?? 0, use?.people ?? 0),
      platformLaggards: await this.#count(platformUses, { months, belowActivePercent }),
    };
  }

  /** The months imported, in order. */
  async #months(): Promise<string[]> {
    const { session, actor } = this.#request;
    return platformExports.values(session, actor.scope.county, 'month');
  }
}
