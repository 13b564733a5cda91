import { dayInBeijing } from '@bureau/calendar';
import { SettingService } from '@bureau/settings';
import type { RequestContext } from '@bureau/subgraph';
import { catalogue } from './setting/catalogue.ts';
import { ConnectivityService } from './connectivity/connectivity.service.ts';
import { UpgradeService } from './connectivity/upgrade.service.ts';
import { CountyService } from './county/county.service.ts';
import { DigitalProfileService } from './digital-profile/digital-profile.service.ts';
import { PlatformPilotService } from './platform-pilot/platform-pilot.service.ts';
import { CatalogueService } from './resource/catalogue.service.ts';
import { PilotTaskService } from './pilot-task/pilot-task.service.ts';
import { PlatformUseService } from './platform-use/platform-use.service.ts';
import { RecordService } from './record/record.service.ts';
import { LessonService } from './three-classrooms/lesson.service.ts';
import { PairingService } from './three-classrooms/pairing.service.ts';
import { SmartCampusDecisionService } from './smart-campus-application/smart-campus-decision.service.ts';
import { SmartCampusService } from './smart-campus-application/smart-campus.service.ts';
import { CompetenceService } from './teacher/competence.service.ts';
import { IncentiveService } from './teacher/incentive.service.ts';
import { TeacherService } from './teacher/teacher.service.ts';
import { CompetitionService } from './competition/competition.service.ts';
import { JudgingService } from './competition/judging.service.ts';
import { RoundService } from './competition/round.service.ts';
import { BoardService } from './task-force/board.service.ts';
import { GuidanceService } from './task-force/guidance.service.ts';
import { SecurityService } from './task-force/security.service.ts';
import { DashboardService } from './dashboard/dashboard.service.ts';
import { SchoolService } from './school/school.service.ts';
import { SmartCampusRatingService } from './smart-campus/smart-campus-rating.service.ts';

/** What the process lends to every request. */
export interface Surroundings {
  now: () => Date;
}

/** What a resolver of this office may use. */
export interface Context extends RequestContext {
  /** Today in Beijing. */
  today: string;
  records: RecordService;
  connectivity: ConnectivityService;
  upgrades: UpgradeService;
  pairings: PairingService;
  lessons: LessonService;
  catalogue: CatalogueService;
  platformUse: PlatformUseService;
  pilotTasks: PilotTaskService;
  teachers: TeacherService;
  competence: CompetenceService;
  incentives: IncentiveService;
  competitions: CompetitionService;
  judging: JudgingService;
  rounds: RoundService;
  guidance: GuidanceService;
  board: BoardService;
  security: SecurityService;
  dashboard: DashboardService;
  smartCampus: SmartCampusService;
  smartCampusDecision: SmartCampusDecisionService;
  counties: CountyService;
  schools: SchoolService;
  digitalProfiles: DigitalProfileService;
  smartCampusRatings: SmartCampusRatingService;
  platformPilots: PlatformPilotService;
  settings: SettingService;
}

export function createContext(request: RequestContext, { now }: Surroundings): Context {
  const instant = now();
  const today = dayInBeijing(instant);
  const records = new RecordService(request, instant);
  return {
    ...request,
    today,
    records,
    connectivity: new ConnectivityService(records),
    upgrades: new UpgradeService(records),
    pairings: new PairingService(records),
    lessons: new LessonService(records),
    catalogue: new CatalogueService(records),
    platformUse: new PlatformUseService(records),
    pilotTasks: new PilotTaskService(records),
    teachers: new TeacherService(records),
    competence: new CompetenceService(records),
    incentives: new IncentiveService(request),
    competitions: new CompetitionService(records),
    judging: new JudgingService(request, records),
    rounds: new RoundService(records),
    guidance: new GuidanceService(records),
    board: new BoardService(request, records, today),
    security: new SecurityService(records),
    dashboard: new DashboardService(request, today),
    smartCampus: new SmartCampusService(request, records),
    smartCampusDecision: new SmartCampusDecisionService(records),
    counties: new CountyService(request, today),
    schools: new SchoolService(request, today),
    digitalProfiles: new DigitalProfileService(request, today),
    smartCampusRatings: new SmartCampusRatingService(request, today),
    platformPilots: new PlatformPilotService(request, today),
    settings: new SettingService(request, catalogue, now),
  };
}
